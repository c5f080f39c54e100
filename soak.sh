#!/usr/bin/env bash
# The long tests, with their figures (docs/security.md).
# usage: ./soak.sh kill [200]      so many kills of the portal while it is written to
#        ./soak.sh stop [5]        so many orders to stop (SIGTERM) while it is written to
#        ./soak.sh backup [5]      so many backups while it is written to
#        ./soak.sh disk [3]        so many times a disk of 32 MB is filled and emptied (root)
#        ./soak.sh leak [200]      so many pages opened, walked through and closed, with a network or without
#        ./soak.sh races [200]     so many times sixteen people do the same at once
#        ./soak.sh flood [20]      for so many seconds strangers do what they can, and the database goes and comes back
#        ./soak.sh zones           the tests of domain and features on servers of other zones and languages
#        ./soak.sh sync [50]       so many writes of each kind under strace: synced before they are acknowledged (root)
set -euo pipefail
cd "$(dirname "$0")"

case "${1:-}" in
  kill) class=KillTests rounds=200 ;;
  stop) class=StopTests rounds=5 ;;
  backup) class=BackupUnderLoadTests rounds=5 ;;
  disk) class=FullDiskSoakTests rounds=3 ;;
  leak) class=LeakTests rounds=200 ;;
  races) class=RaceTests rounds=200 ;;
  flood) class=FloodTests rounds=20 ;;
  sync) class=SyncTests rounds=50 ;;
  zones) ;;
  *)
    sed -n '2,11s/^# //p' "$0" >&2
    exit 2
    ;;
esac

configuration=${CONFIGURATION:-Release}
dotnet build Portal.Tests --configuration "$configuration" --nologo --verbosity quiet
if [ "$1" = zones ]; then
  for place in 'Pacific/Kiritimati th_TH' 'America/Los_Angeles tr_TR' 'UTC ar_SA'; do
    read -r zone language <<< "$place"
    echo "$zone, $language"
    TZ=$zone LANG=$language.UTF-8 LC_ALL=$language.UTF-8 dotnet run --project Portal.Tests --configuration "$configuration" --no-build -- \
      -namespace 'Portal.Tests.Domain*' -namespace 'Portal.Tests.Features*' -noColor
  done
  exit
fi

export PORTAL_SOAK_ROUNDS=${2:-$rounds} LANG=C.UTF-8
exec dotnet run --project Portal.Tests --configuration "$configuration" --no-build -- \
  -explicit only -class "Portal.Tests.Soak.$class" -parallel none -showLiveOutput -noColor
