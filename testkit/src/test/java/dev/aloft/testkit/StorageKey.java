package dev.aloft.testkit;

import dev.aloft.StorageEvent;

/** Keys that somebody decodes too seldom, too often, or as what they are not. Every platform's event of one gives the same key. */
public enum StorageKey {
    PLAIN("cats/tom-1_a.b*.png", "cats/tom-1_a.b*.png"),
    SPACE("cats/tom 1.png", "cats/tom+1.png"),
    SPACES_AROUND("  a  ", "++a++"),
    ONE_SPACE(" ", "+"),
    PLUS("a+b.txt", "a%2Bb.txt"),
    PLUS_AND_SPACES("a + b", "a+%2B+b"),
    ENCODED_PLUS("a%2Bb", "a%252Bb"),
    ENCODED_SPACE("a%20b", "a%2520b"),
    ENCODED_SLASH("a%2fb%2F..", "a%252fb%252F.."),
    ENCODED_TWICE("%252525", "%25252525"),
    PERCENT("100%", "100%25"),
    BROKEN_ESCAPES("%zz%4%", "%25zz%254%25"),
    COMPOSED("caf\u00e9", "caf%C3%A9"),
    DECOMPOSED("cafe\u0301", "cafe%CC%81"),
    HANGUL("\ud55c\u1112\u1161\u11ab", "%ED%95%9C%E1%84%92%E1%85%A1%E1%86%AB"),
    RIGHT_TO_LEFT("a\u202ecod.exe", "a%E2%80%AEcod.exe"),
    LINE_SEPARATOR("a\u2028b\u0085", "a%E2%80%A8b%C2%85"),
    BYTE_ORDER_MARK("\ufeffa\ufeff", "%EF%BB%BFa%EF%BB%BF"),
    EMOJI("\ud83c\udf89/\u2764\ufe0f.png", "%F0%9F%8E%89/%E2%9D%A4%EF%B8%8F.png"),
    LEADING_SLASH("/a", "/a"),
    DOUBLE_SLASH("a//b", "a//b"),
    TRAILING_SLASH("a/", "a/"),
    SLASH("/", "/"),
    SLASHES("///", "///"),
    DOT(".", "."),
    DOTS("..", ".."),
    DOTS_BETWEEN("a/../b", "a/../b"),
    DOTS_BEFORE("../../etc/passwd", "../../etc/passwd"),
    DOT_SEGMENTS("./a/./b/.", "./a/./b/."),
    QUOTES("\"a\" 'b' `c`", "%22a%22+%27b%27+%60c%60"),
    QUESTION_MARK("a?b=c&d=e", "a%3Fb%3Dc%26d%3De"),
    NUMBER_SIGN("a#1", "a%231"),
    BACKSLASH("..\\a\\n\\u0041", "..%5Ca%5Cn%5Cu0041"),
    PUNCTUATION("(a);[b],{c}:@!$~^|<>", "%28a%29%3B%5Bb%5D%2C%7Bc%7D%3A%40%21%24%7E%5E%7C%3C%3E"),
    TAB("a\tb", "a%09b"),
    ADDRESS("https://example.com/a?b#c", "https%3A//example.com/a%3Fb%23c"),
    AZURE_PATH("/blobs/a/blobs/", "/blobs/a/blobs/"),
    GOOGLE_PATH("b/o/objects/a#1", "b/o/objects/a%231"),
    NUMBER("1e3", "1e3"),
    TIME("2026-07-10T08:00:00Z", "2026-07-10T08%3A00%3A00Z"),
    JSON("{\"key\":null}", "%7B%22key%22%3Anull%7D"),
    LONGEST("k".repeat(1_024), "k".repeat(1_024)),
    LONGEST_OF_TWO_BYTES("\u00e9".repeat(512), "%C3%A9".repeat(512)),
    LONGEST_OF_FOUR_BYTES("\ud83c\udf89".repeat(256), "%F0%9F%8E%89".repeat(256)),
    LONGEST_OF_PLUS("+".repeat(1_024), "%2B".repeat(1_024));

    private final String key;
    private final String form;

    StorageKey(String key, String form) {
        this.key = key;
        this.form = form;
    }

    /** As the store knows it. */
    public String key() {
        return key;
    }

    /** As S3 writes it into its own message. */
    public String form() {
        return form;
    }

    /** A new object of the bucket {@code uploads}. */
    public StorageEvent created() {
        return StorageEvent.builder(StorageEvent.Kind.CREATED, "uploads", key)
                .id("event-" + ordinal())
                .build();
    }
}
