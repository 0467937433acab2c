package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8ScanTest {
  @Test
  void agreesWithTheDecoderOnRandomBytes() {
    Random random = new Random(20250314);
    for (int round = 0; round < 200_000; round++) {
      byte[] bytes = randomBytes(random);
      assertThat(firstFault(bytes, random.nextInt(1, 12)))
          .as(Arrays.toString(bytes))
          .isEqualTo(decoderFault(bytes));
    }
  }

  @Test
  void tellsACutFileFromADamagedOne() {
    byte[] bytes = "门诊,".getBytes(StandardCharsets.UTF_8);
    Utf8Scan cut = scan(Arrays.copyOf(bytes, 5), 5);
    assertThat(cut.firstFault()).isEqualTo(3);
    assertThat(cut.onlyCut()).isTrue();
    bytes[4] = 'x';
    Utf8Scan damaged = scan(bytes, 7);
    assertThat(damaged.firstFault()).isEqualTo(3);
    assertThat(damaged.onlyCut()).isFalse();
  }

  private static byte[] randomBytes(Random random) {
    int[] palette = {
      0x41, 0x80, 0xBF, 0xC1, 0xC2, 0xE0, 0x9F, 0xA0, 0xED, 0xEF, 0xF0, 0x8F, 0x90, 0xF4, 0xF5, 0xFF
    };
    byte[] bytes = new byte[random.nextInt(24)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) palette[random.nextInt(random.nextBoolean() ? 1 : palette.length)];
    }
    return bytes;
  }

  private static long firstFault(byte[] bytes, int block) {
    return scan(bytes, block).firstFault();
  }

  private static Utf8Scan scan(byte[] bytes, int block) {
    Utf8Scan scan = new Utf8Scan();
    for (int from = 0; from < bytes.length; from += block) {
      byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + block));
      scan.feed(part, part.length);
    }
    scan.end();
    return scan;
  }

  private static long decoderFault(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return decoder.decode(in, CharBuffer.allocate(100), true).isError()
        ? in.position()
        : Utf8Scan.NONE;
  }
}
