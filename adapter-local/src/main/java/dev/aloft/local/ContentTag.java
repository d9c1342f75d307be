package dev.aloft.local;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The tag of an object's content: 32 hexadecimal digits, the same for the same content. */
final class ContentTag {
    private final MessageDigest digest;

    ContentTag() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    static String of(byte[] content) {
        return new ContentTag().add(content, content.length).text();
    }

    ContentTag add(byte[] content, int length) {
        digest.update(content, 0, length);
        return this;
    }

    String text() {
        byte[] hash = digest.digest();
        StringBuilder text = new StringBuilder(32);
        for (int i = 0; i < 16; i++) {
            text.append(Character.forDigit((hash[i] >> 4) & 15, 16)).append(Character.forDigit(hash[i] & 15, 16));
        }
        return text.toString();
    }
}
