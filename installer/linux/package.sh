#!/bin/sh
# Makes the app image and the .deb. Called by "mvn -Ppackage package" with: the JDK's folder, this module's target folder, the version.
set -eu
export LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=1735689600
umask 022

jdk=$1
target=$2
version=$3
here=$(dirname "$(readlink -f "$0")")
image=$target/image/kiosk
stage=$target/stage
architecture=$(dpkg --print-architecture)

[ "$architecture" = amd64 ] || {
    echo "the native libraries in pom.xml are those of amd64; this machine is $architecture" >&2
    exit 1
}

# --- The app image: the JDK's modules made small, our jars on the class path. -----------------------------------------------

options=$(sed -e '/^#/d' -e '/^$/d' "$here/java.options")
set --
for option in $options; do
    set -- "$@" --java-options "$option"
done

rm -rf "$target/image" "$stage"
"$jdk/bin/jpackage" --type app-image --dest "$target/image" \
    --name kiosk --app-version "$version" --description 'OneStop Kiosk' \
    --input "$target/shipped" --main-jar "kiosk-desktop-$version.jar" --main-class kiosk.desktop.Kiosk \
    --add-modules "$(sed -e '/^#/d' -e '/^$/d' "$here/jdk.modules" | paste -sd, -)" \
    --jlink-options '--strip-native-commands --strip-debug --no-man-pages --no-header-files --compress=2' \
    "$@"

# The same times everywhere, and before the class-data archive is made: it remembers that of the modules' file.
find "$image" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
JAVA_TOOL_OPTIONS=-Xshare:dump "$image/bin/kiosk" >"$target/class-data.log" 2>&1
touch -d "@$SOURCE_DATE_EPOCH" "$image/lib/runtime/lib/server/classes.jsa"

# --- What the image needs of Debian: the packages of the libraries it is linked against, and what it opens by itself. --------

linked() {
    find "$image" -type f \( -name '*.so' -o -path '*/bin/*' \) -exec ldd {} + 2>/dev/null |
        awk '$2 == "=>" && $3 ~ /^\// { print $3 }' | grep -v "^$image" | sort -u
}
packages() {
    linked | while read -r library; do
        dpkg -S "$library" 2>/dev/null || dpkg -S "/usr$library" 2>/dev/null || true
    done | sed 's/:.*//' | sort -u
}
depends=$( (packages; sed -e '/^#/d' -e '/^$/d' "$here/packages") | sort -u | paste -sd, - | sed 's/,/, /g')

# --- The package. -------------------------------------------------------------------------------------------------------------

mkdir -p "$stage/DEBIAN" "$stage/opt" "$stage/usr/bin"
cp -a "$image" "$stage/opt/onestop-kiosk"
ln -s /opt/onestop-kiosk/bin/kiosk "$stage/usr/bin/onestop-kiosk"
install -Dm644 "$here/onestop-kiosk.service" "$stage/lib/systemd/system/onestop-kiosk.service"
install -Dm644 "$here/onestop-kiosk.sysctl" "$stage/usr/lib/sysctl.d/50-onestop-kiosk.conf"
install -Dm644 "$here/onestop-kiosk.default" "$stage/etc/default/onestop-kiosk"
install -Dm644 "$here/../../config/kiosk.yaml" "$stage/etc/onestop-kiosk/kiosk.yaml"
install -Dm644 "$here/../../config/README.md" "$stage/usr/share/doc/onestop-kiosk/kiosk.yaml.md"
install -Dm644 "$here/../README.md" "$stage/usr/share/doc/onestop-kiosk/README.md"
install -Dm644 "$here/../../docs/slip-check.html" "$stage/usr/share/doc/onestop-kiosk/slip-check.html"
install -Dm644 "$here/../../LICENSE" "$stage/usr/share/doc/onestop-kiosk/copyright"
install -Dm644 "$here/conffiles" "$stage/DEBIAN/conffiles"
for script in postinst prerm postrm; do
    install -Dm755 "$here/$script" "$stage/DEBIAN/$script"
done
sed -e "s/@version@/$version/" -e "s/@architecture@/$architecture/" -e "s/@depends@/$depends/" \
    -e "s/@size@/$(du -sk --exclude=DEBIAN "$stage" | cut -f1)/" "$here/control" >"$stage/DEBIAN/control"

rm -f "$target"/*.deb
# The jars are compressed already: more than a little effort is for nothing.
dpkg-deb --root-owner-group -Zgzip -z3 --build "$stage" "$target/onestop-kiosk_${version}_$architecture.deb"
rm -rf "$stage"
