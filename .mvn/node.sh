#!/bin/sh
# Fetches the Node that the front-end build needs into .node, from npm: node.sh NODE_VERSION NPM_VERSION
set -eu
cd "$(dirname "$0")/.."
[ -x .node/bin/node ] && exit 0
if ! command -v npm >/dev/null 2>&1; then
  echo "The front-end build needs Node with npm, and none is on the path." >&2
  echo "Install any Node from 18 on (Debian: apt-get install nodejs npm); the build then fetches the version it needs." >&2
  exit 1
fi
echo "Fetching Node $1 into .node (once) ..."
npm install --global --prefix .node --no-fund --no-audit --loglevel=error "node@$1" "npm@$2"
