# Sourced by mvnw: leaves in JAVA_HOME a JDK that can build Koploper, or ends saying what to install.
# The version comes from each JDK's own "release" file: quicker than starting every java found.

# Prints the major version of the JDK in folder $1; nothing when there is no JDK.
jdk_version() {
  [ -x "$1/bin/javac" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

# Prints the folders that may hold a JDK, one per line. KOPLOPER_JDK_PLACES replaces the usual ones.
jdk_places() {
  if [ -n "${KOPLOPER_JDK_PLACES-}" ]; then
    printf '%s\n' "$KOPLOPER_JDK_PLACES"/*
  else
    printf '%s\n' /usr/lib/jvm/* /opt/*jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home \
      "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/*
  fi
  jdk_java=$(command -v java) && readlink -f "$jdk_java" | sed 's|/bin/java$||'
}

# The lowest that is new enough goes first: 25 is the release with long support and the one the tests ran on.
jdk_pick() {
  jdk_places | while IFS= read -r jdk_place; do
    jdk_major=$(jdk_version "$jdk_place")
    [ "${jdk_major:-0}" -ge 25 ] && printf '%s %s\n' "$jdk_major" "$jdk_place"
  done | sort -n | head -n 1
}

jdk_major=$(jdk_version "${JAVA_HOME-}")
if [ -z "${JAVA_HOME-}" ] || [ "${jdk_major:-0}" -lt 25 ]; then
  jdk_picked=$(jdk_pick)
  if [ -z "$jdk_picked" ]; then
    echo "Koploper needs JDK 25 and none was found: install one (Debian: apt-get install openjdk-25-jdk; or Temurin 25) or point JAVA_HOME to it." >&2
    exit 1
  fi
  echo "Using JDK ${jdk_picked%% *} in ${jdk_picked#* } (JAVA_HOME is ${JAVA_HOME:-not set})." >&2
  JAVA_HOME=${jdk_picked#* }
fi
export JAVA_HOME
