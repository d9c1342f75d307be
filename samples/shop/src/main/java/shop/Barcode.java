package shop;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Draws text as black and white bars, one per bit, in a bitmap of one bit per pixel. */
final class Barcode {
    private static final int HEIGHT = 16;
    private static final int HEADERS = 14 + 40 + 8;

    private Barcode() {}

    static byte[] bitmap(String text) {
        byte[] bars = text.getBytes(StandardCharsets.UTF_8);
        int rowLength = (bars.length + 3) / 4 * 4;
        int size = HEADERS + rowLength * HEIGHT;
        ByteBuffer bitmap = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bitmap.put((byte) 'B').put((byte) 'M').putInt(size).putInt(0).putInt(HEADERS);
        bitmap.putInt(40)
                .putInt(bars.length * 8)
                .putInt(HEIGHT)
                .putShort((short) 1)
                .putShort((short) 1);
        bitmap.putInt(0)
                .putInt(rowLength * HEIGHT)
                .putInt(0)
                .putInt(0)
                .putInt(2)
                .putInt(0);
        bitmap.putInt(0x00FFFFFF).putInt(0);
        for (int row = 0; row < HEIGHT; row++) {
            bitmap.put(bars).put(new byte[rowLength - bars.length]);
        }
        return bitmap.array();
    }
}
