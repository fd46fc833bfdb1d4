# Sourced by mvnw when the Maven it wants cannot be fetched: goes on with an installed Maven from 3.8.6 on.
# Only for this run: the next one tries to fetch again.

clean
if ! command -v mvn >/dev/null; then
  die "Maven could not be fetched from ${distributionUrl%/*} and no mvn is on the path: install Maven 3.8.6 or newer (Debian: apt-get install maven)."
fi
mavenVersion=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
if [ "$(printf '%s\n' 3.8.6 "${mavenVersion:-0}" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" != 3.8.6 ]; then
  die "Maven could not be fetched from ${distributionUrl%/*} and the installed one is ${mavenVersion:-of unknown version}: install Maven 3.8.6 or newer."
fi
echo "Maven could not be fetched from ${distributionUrl%/*}; using the installed Maven $mavenVersion." >&2
unset MVNW_VERBOSE MVNW_USERNAME MVNW_PASSWORD MVNW_REPOURL || :
exec mvn "$@"
