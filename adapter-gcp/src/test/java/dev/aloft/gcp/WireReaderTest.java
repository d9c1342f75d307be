package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.events.cloud.firestore.v1.DocumentEventData;
import com.google.events.cloud.firestore.v1.Value;
import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnknownFieldSet;
import com.google.type.LatLng;
import dev.aloft.AloftException;
import dev.aloft.Document;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Broken and hostile messages are refused with a code, at once; what is only unknown is skipped. */
class WireReaderTest {
    private static final String NAME = "projects/p/databases/(default)/documents/products/p-1";
    private static final DocumentEventData DATA = DocumentEventData.newBuilder()
            .setValue(GoogleValues.firestore(
                    NAME, Document.builder().set("a", 1).set("b", "text").build()))
            .build();

    static String refusal(ThrowingCallable call) {
        AloftException refused = catchThrowableOfType(AloftException.class, call);
        return refused == null ? "nothing" : refused.getMessage();
    }

    private static ChangeMapper decoded(byte[] data) {
        ChangeMapper change = new ChangeMapper();
        ProtobufChange.read(data, false, change);
        return change;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0a | ALOFT-261 The event of Firestore or Datastore has data that is no protocol buffer: it ends within a field. Check",
                "0a05 | ALOFT-261",
                "0a0322036112001200 | ALOFT-261 The event of Firestore or Datastore has data that is no protocol buffer: it ends within a field.",
                "0affffffff07 | ALOFT-261",
                "0affffffffffffffffff01 | ALOFT-261",
                "0affffffffffffffffffff01 | ALOFT-261 The event of Firestore or Datastore has data that is no protocol buffer: it has a number of more",
                "80 | ALOFT-261",
                "00 | ALOFT-261 The event of Firestore or Datastore has data that is no protocol buffer: it has a field without a number.",
                "07 | ALOFT-261",
                "0f | ALOFT-261 The event of Firestore or Datastore has data that is no protocol buffer: it has a field of no known wire type.",
                "0c | ALOFT-261",
                "ffffffff7f00 | ALOFT-261",
                "2100000000 | ALOFT-261",
                "25000000 | ALOFT-261",
                "23 | ALOFT-261",
                "232c | ALOFT-261",
                "0a030a01ff | ALOFT-261 The event of Firestore or Datastore has data that is no protocol buffer: it has a text that is not UTF-8.",
                "0a060a04c0afc0af | ALOFT-261",
                "0a030a0161 | ALOFT-260 The event of Firestore or Datastore cannot be read: the name of a document is none. Check what calls",
                "0a021200 | ALOFT-260 The event of Firestore or Datastore cannot be read: a field has no value, several ones, or one of a type",
                "0a0412021200 | ALOFT-260",
                "0a07120512039a0601 | ALOFT-261",
                "0a0812061204f0010112 | ALOFT-261"
            })
    void malformedMessageIsRefused(String hex, String refusal) {
        assertThat(refusal(() -> decoded(HexFormat.of().parseHex(hex)))).startsWith(refusal);
    }

    @Test
    void everyTruncatedMessageIsRefusedOrShorter() {
        byte[] data = DATA.toByteArray();
        for (int length = 1; length < data.length; length++) {
            byte[] part = Arrays.copyOf(data, length);

            assertThat(refusal(() -> decoded(part))).as("%d bytes", length).startsWith("ALOFT-261");
        }
    }

    @Test
    void unknownFieldsOfEveryWireTypeAreSkipped() {
        UnknownFieldSet inner = UnknownFieldSet.newBuilder()
                .addField(7, UnknownFieldSet.Field.newBuilder().addVarint(-1).build())
                .build();
        UnknownFieldSet unknown = UnknownFieldSet.newBuilder()
                .addField(
                        1000,
                        UnknownFieldSet.Field.newBuilder()
                                .addVarint(Long.MIN_VALUE)
                                .addFixed32(1)
                                .addFixed64(2)
                                .addLengthDelimited(ByteString.copyFromUtf8("x"))
                                .addGroup(UnknownFieldSet.newBuilder()
                                        .addField(
                                                9,
                                                UnknownFieldSet.Field.newBuilder()
                                                        .addGroup(inner)
                                                        .build())
                                        .build())
                                .build())
                .build();
        UnknownFieldSet ofOtherWireType = unknown.toBuilder()
                .addField(1, UnknownFieldSet.Field.newBuilder().addVarint(7).build())
                .build();
        var document = DATA.getValue().toBuilder().setUnknownFields(ofOtherWireType);
        DATA.getValue()
                .getFieldsMap()
                .forEach((name, value) -> document.putFields(
                        name, value.toBuilder().setUnknownFields(unknown).build()));

        byte[] data = DATA.toBuilder()
                .setUnknownFields(ofOtherWireType)
                .setValue(document)
                .build()
                .toByteArray();

        assertThat(decoded(data).after.fields).isEqualTo(decoded(DATA.toByteArray()).after.fields);
    }

    @Test
    void valueOfAnUnknownTypeDoesNotBecomeNull() {
        var value = Value.newBuilder()
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                30,
                                UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                        .build());
        byte[] data = DATA.toBuilder()
                .setValue(DATA.getValue().toBuilder().putFields("new", value.build()))
                .build()
                .toByteArray();

        assertThat(refusal(() -> decoded(data)))
                .startsWith("ALOFT-260 The event of Firestore or Datastore cannot be read: a field has no value");
    }

    @Test
    void messagesLie200DeepAtMost() {
        // A map within a map takes three messages, and there are two around the outermost value.
        assertThatNoException().isThrownBy(() -> decoded(nested(65)));
        assertThat(refusal(() -> decoded(nested(66)))).contains("its messages lie more than 200 deep");
    }

    @Test
    void deepMessagesAndGroupsAreRefusedAtOnce() {
        byte[] groups = new byte[1_000_000];
        Arrays.fill(groups, (byte) 0x23);
        long start = System.nanoTime();

        assertThat(refusal(() -> decoded(groups))).contains("200 deep");
        assertThat(refusal(() -> decoded(nested(5_000)))).contains("200 deep");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private static byte[] nested(int maps) {
        ByteString value = ByteString.fromHex("5800");
        for (int i = 0; i < maps; i++) {
            value = field(6, field(1, field(2, value)));
        }
        return field(1, field(2, field(2, value))).toByteArray();
    }

    private static ByteString field(int number, ByteString message) {
        return UnknownFieldSet.newBuilder()
                .addField(
                        number,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(message)
                                .build())
                .build()
                .toByteString();
    }

    @ParameterizedTest
    @CsvSource({
        "0880f8ffffffffffffff01, -1024",
        "0880808080808080808001, -9223372036854775808",
        "08ffffffff0f, 4294967295"
    })
    void varintsHave64Bits(String hex, long value) {
        WireReader wire = new WireReader(HexFormat.of().parseHex(hex));

        assertThat(wire.tag()).isEqualTo(8);
        assertThat(wire.varint()).isEqualTo(value);
        assertThat(wire.tag()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "-62135596801, 0",
        "253402300800, 0",
        "9223372036854775807, 0",
        "0, -1",
        "0, 1000000000",
        "-9223372036854775808, 2147483647"
    })
    void timeOutOfItsRangeIsRefused(long seconds, int nanos) {
        var time = Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos);

        assertThat(refusal(Value.newBuilder().setTimestampValue(time)))
                .startsWith(
                        "ALOFT-260 The event of Firestore or Datastore cannot be read: a time is none of the years 1 to 9999.");
    }

    @ParameterizedTest
    @CsvSource({"91, 0", "-90.1, 0", "0, 180.5", "NaN, 0", "0, NaN", "Infinity, 0"})
    void placeOutOfItsRangeIsRefused(double latitude, double longitude) {
        var place = LatLng.newBuilder().setLatitude(latitude).setLongitude(longitude);

        assertThat(refusal(Value.newBuilder().setGeoPointValue(place)))
                .startsWith(
                        "ALOFT-260 The event of Firestore or Datastore cannot be read: a geo point is nowhere on earth.");
    }

    private static String refusal(Value.Builder value) {
        byte[] data = DATA.toBuilder()
                .setValue(DATA.getValue().toBuilder().putFields("a", value.build()))
                .build()
                .toByteArray();
        return refusal(() -> decoded(data));
    }
}
