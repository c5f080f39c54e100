#!/usr/bin/env bash
# Builds the portal and runs every test, browser tests included. Finds a browser, or installs one where it may.
# usage: ./test.sh [any arguments of the xUnit runner, such as -class "*Recusal*"]
set -euo pipefail
cd "$(dirname "$0")"

browser() {
  # The one that cannot draw to a screen does the same for a third less.
  for name in "${PORTAL_TEST_CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable microsoft-edge; do
    [ -n "$name" ] && command -v "$name" && return
  done
  return 1
}

if ! chromium=$(browser); then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Chromium for the browser tests." >&2
    apt-get update -qq >&2
    # Not every Debian and none of its kin has the lean one.
    for package in chromium-headless-shell chromium; do
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" fonts-noto-cjk >&2 && break
    done
    chromium=$(browser)
  else
    echo "The browser tests need Chromium or Chrome: install it, or name its path in PORTAL_TEST_CHROMIUM." >&2
    exit 1
  fi
fi
export PORTAL_TEST_CHROMIUM=$chromium

configuration=${CONFIGURATION:-Release}
dotnet build SupervisionPortal.sln --configuration "$configuration" --nologo --verbosity quiet
exec dotnet run --project Portal.Tests --configuration "$configuration" --no-build -- -parallel collections -maxThreads "${TEST_THREADS:-2}" "$@"
