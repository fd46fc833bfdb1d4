#!/bin/sh
# Sees to it that .node holds the Node that the front-end build needs, fetched once from npm:
# node.sh NODE_VERSION NPM_VERSION
set -eu
cd "$(dirname "$0")/.."
bundle=src/main/bundles/prod.bundle

runs() {
  [ "$(.node/bin/node --version 2>/dev/null)" = "v$1" ] &&
    [ "$(.node/bin/node .node/lib/node_modules/npm/bin/npm-cli.js --version 2>/dev/null)" = "$2" ]
}

# Prints what screens are made of and was changed since the bundle was made.
changed() {
  find pom.xml frontend src/main/java/org/koploper/ui -path frontend/generated -prune -o -type f -newer $bundle -print 2>/dev/null
}

# The bundle holds what each screen needs. Vaadin keeps an old one when a new screen uses only parts known elsewhere, and
# that screen would stay empty: so a bundle older than a screen goes.
if [ -f $bundle ] && [ -n "$(changed)" ]; then
  rm -rf src/main/bundles
fi

runs "$1" "$2" && exit 0

# A bundle made after the last change is used as it is, without Node; Vaadin itself checks that it fits.
[ -f $bundle ] && exit 0

if ! command -v npm >/dev/null 2>&1; then
  echo "The front-end build needs Node with npm, and none is on the path: install any Node from 18 on (Debian: apt-get install nodejs npm); the build then fetches the version it needs." >&2
  exit 1
fi
if [ -e .node ]; then
  echo "What .node holds is not a working Node $1 with npm $2: removing it." >&2
  rm -rf .node
fi
echo "Fetching Node $1 into .node (once) ..."
# The node package puts its program in place with an install script: asked for, whatever the user's own npm settings say.
if ! npm install --global --prefix .node --ignore-scripts=false --no-fund --no-audit --loglevel=error "node@$1" "npm@$2" </dev/null ||
  ! runs "$1" "$2"; then
  rm -rf .node
  echo "Node $1 could not be fetched whole from npm, and what came has been removed: see the lines above, and start again." >&2
  exit 1
fi
