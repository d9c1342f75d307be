package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Binary;
import dev.aloft.Document;
import dev.aloft.DocumentReference;
import dev.aloft.GeoPoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents in the JSON form of protocol buffers. */
class JsonChangeTest {
    @Test
    void valuesOfEveryTypeAreExact() {
        Document document = decoded("""
                {"value":{"name":"projects/p/databases/d/documents/a/b","fields":{
                "null":{"nullValue":null},
                "nullWord":{"nullValue":"NULL_VALUE"},
                "yes":{"booleanValue":true},
                "integer":{"integerValue":"-9223372036854775808"},
                "number":{"integerValue":9223372036854775807},
                "double":{"doubleValue":5},
                "tiny":{"doubleValue":4.9e-324},
                "negativeZero":{"doubleValue":-0.0},
                "nan":{"doubleValue":"NaN"},
                "infinity":{"doubleValue":"-Infinity"},
                "doubleText":{"doubleValue":"1.5e3"},
                "time":{"timestampValue":"2020-04-23T14:23:53.241Z"},
                "text":{"stringValue":"é"},
                "bytes":{"bytesValue":"AP8="},
                "blob":{"blobValue":""},
                "reference":{"referenceValue":"projects/p/databases/d/documents/foo/bar"},
                "key":{"keyValue":{"partitionId":{"projectId":"p","databaseId":"","namespaceId":"n"},"path":[{"kind":"k","name":"x/y"}]}},
                "place":{"geoPointValue":{"latitude":51.4543,"longitude":-0.9781,"new":1}},
                "nullIsland":{"geoPointValue":{}},
                "array":{"arrayValue":{"values":[{"integerValue":"1"},{"nullValue":null}],"new":[]}},
                "emptyArray":{"arrayValue":{}},
                "map":{"mapValue":{"fields":{"x":{"arrayValue":{"values":[{"stringValue":"a"}]}}},"new":{}}},
                "entity":{"entityValue":{"properties":{"x":{"integerValue":"1"}}}},
                "emptyMap":{"mapValue":{}},
                "unknownBeside":{"stringValue":"a","meaning":15}
                },"new":{}},"new":1,"updateMask":{"new":1}}
                """);

        assertThat(document)
                .isEqualTo(Document.builder()
                        .set("null", null)
                        .set("nullWord", null)
                        .set("yes", true)
                        .set("integer", Long.MIN_VALUE)
                        .set("number", Long.MAX_VALUE)
                        .set("double", 5.0)
                        .set("tiny", Double.MIN_VALUE)
                        .set("negativeZero", -0.0)
                        .set("nan", Double.NaN)
                        .set("infinity", Double.NEGATIVE_INFINITY)
                        .set("doubleText", 1500.0)
                        .set("time", Instant.parse("2020-04-23T14:23:53.241Z"))
                        .set("text", "é")
                        .set("bytes", Binary.of((byte) 0, (byte) 255))
                        .set("blob", Binary.of())
                        .set("reference", new DocumentReference("projects/p/databases/d/documents/foo/bar"))
                        .set(
                                "key",
                                new DocumentReference("projects/p/databases/(default)/namespaces/n/documents/k/x%2Fy"))
                        .set("place", new GeoPoint(51.4543, -0.9781))
                        .set("nullIsland", new GeoPoint(0, 0))
                        .set("array", Arrays.asList(1, null))
                        .set("emptyArray", List.of())
                        .set("map", Document.builder().set("x", List.of("a")).build())
                        .set("entity", Document.builder().set("x", 1).build())
                        .set("emptyMap", Document.empty())
                        .set("unknownBeside", "a")
                        .build());
    }

    private static Document decoded(String json) {
        ChangeMapper change = new ChangeMapper();
        JsonChange.read(json.getBytes(StandardCharsets.UTF_8), change);
        return change.after.fields;
    }
}
