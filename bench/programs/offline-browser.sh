#!/bin/sh
# The browser that COMPARE_BROWSER names, without a network: for programs that start one by its path.
# Only this machine's own names are resolved.
if [ -n "$COMPARE_LIBRARIES" ]; then export LD_LIBRARY_PATH="$COMPARE_LIBRARIES"; fi
exec "$COMPARE_BROWSER" "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1" "$@"
