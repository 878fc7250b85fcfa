#!/bin/sh
# What ippeveprinter does with a document: lets its sheets out one by one, and stands still where the bench has laid an
# obstacle, a file beside this script. "paper" holds how many sheets are left; without it there are plenty.
here=$(dirname "$0")

say() {
    echo "$1" >&2
}

# held WORD FILE: the printer gives the word as its reason for as long as the file is there
held() {
    [ -e "$here/$2" ] || return 0
    say "STATE: +$1"
    while [ -e "$here/$2" ]; do sleep 0.05; done
    say "STATE: -$1"
}

still() {
    while [ -e "$here/$1" ]; do sleep 0.05; done
}

# takes a sheet from the tray, or waits for one
feed() {
    [ -e "$here/paper" ] || return 0
    left=$(cat "$here/paper")
    if [ "$left" -gt 0 ]; then
        echo $((left - 1)) > "$here/paper"
    else
        held media-empty,media-needed paper
    fi
}

if grep -q '^%foreign' "$1"; then
    cat "$here/foreign" >&2
    still occupied
    exit 0
fi

if [ -e "$here/abort" ]; then
    rm "$here/abort"
    exit 1
fi

held cover-open cover
held media-jam-error jam
still swallow
out=0
for sheet in $(seq "$(grep -a -c '/Type /Page ' "$1")"); do
    feed
    [ -e "$here/slow" ] && sleep 0.6
    [ -e "$here/paced" ] && sleep 0.1
    out=$((out + 1))
    echo "$IPP_JOB_NAME" >> "$here/sheets"
    say "ATTR: job-impressions-completed=$out"
done
