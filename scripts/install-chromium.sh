#!/usr/bin/env bash
# Installs Debian's Chromium for the browser tests where it is missing and may be installed; the tests are skipped without it.
set -u
if command -v chromium >/dev/null 2>&1; then echo "Chromium is there: $(command -v chromium)"; exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo 'Installing Debian package chromium'
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null || echo 'Chromium could not be installed; the browser tests will be skipped'
else
  echo 'Chromium is missing and cannot be installed here; the browser tests will be skipped'
fi
exit 0
