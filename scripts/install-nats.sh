#!/usr/bin/env bash
# Installs Debian's nats-server for the tests of the queue where it is missing and may be installed; they are skipped without it.
set -u
if command -v nats-server >/dev/null 2>&1; then echo "nats-server is there: $(command -v nats-server)"; exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo 'Installing Debian package nats-server'
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq nats-server >/dev/null || echo 'nats-server could not be installed; the tests of the queue will be skipped'
else
  echo 'nats-server is missing and cannot be installed here; the tests of the queue will be skipped'
fi
exit 0
