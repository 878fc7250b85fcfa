package kiosk.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of one YAML file under the name by which problems call it; never more than a mebibyte is read. */
record YamlText(String file, String text) {
    private static final int MOST_BYTES = 1 << 20;

    static YamlText of(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return of(path.toString(), in);
        } catch (NoSuchFileException missing) {
            throw new Spot(path.toString(), 0).problem("there is no such file");
        } catch (IOException unreadable) {
            throw new Spot(path.toString(), 0).problem("the file cannot be read");
        }
    }

    static YamlText of(String file, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Spot(file, 0).problem("the file is larger than 1 MiB");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new YamlText(file, text);
        } catch (CharacterCodingException notUtf8) {
            throw new Spot(file, 0).problem("the file is not UTF-8 text");
        }
    }
}
