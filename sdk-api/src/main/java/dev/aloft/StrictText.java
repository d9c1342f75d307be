package dev.aloft;

import dev.aloft.AloftException.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** Decodes text of any charset and refuses what would need a replacement character; loaded for unusual bodies only. */
final class StrictText {
    private StrictText() {}

    static String decode(byte[] bytes, String charsetName) {
        Charset charset = charset(charsetName);
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new AloftException(
                    Kind.PAYLOAD,
                    "ALOFT-305",
                    "The body is not valid " + charset.name()
                            + " text. Send it in the charset that its Content-Type names"
                            + " (UTF-8 without one), or read it as bytes.",
                    e);
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new AloftException(
                    Kind.PAYLOAD,
                    "ALOFT-305",
                    "The Content-Type names a charset that is not known here. Use utf-8.",
                    e);
        }
    }
}
