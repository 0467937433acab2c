package cohealth.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes inputs out of good ones: cells and bytes are replaced, cut, repeated, moved and mixed. An
 * input that a reader answered as none before it is kept, to make further ones of.
 */
final class Mutator {
  private static final int MOST_KEPT = 300;
  private static final int LONGEST = 20_000;

  private final Random random;
  private final List<byte[]> good;
  private final List<byte[]> kept;
  private final List<byte[]> tokens;
  private final Set<String> answers = new HashSet<>();

  /**
   * A mutator whose inputs depend on these alone.
   *
   * @param good inputs that a reader accepts
   * @param tokens to be put into them
   */
  Mutator(long seed, List<byte[]> good, List<String> tokens) {
    this.random = new Random(seed);
    this.good = good;
    this.kept = new ArrayList<>(good);
    this.tokens = tokens.stream().map(token -> token.getBytes(UTF_8)).toList();
  }

  /** The next input. */
  byte[] next() {
    byte[] bytes = one(random.nextBoolean() ? good : kept);
    for (int i = 1 + random.nextInt(random.nextInt(8) == 0 ? 12 : 2); i > 0; i--) {
      bytes = mutated(bytes);
    }
    return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
  }

  /** What a reader made of an input; whether that is new. */
  boolean answered(byte[] input, String answer) {
    boolean isNew = answers.add(answer);
    if (isNew && kept.size() < MOST_KEPT) {
      kept.add(input);
    }
    return isNew;
  }

  private byte[] mutated(byte[] bytes) {
    int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(20));
    return switch (random.nextInt(12)) {
      case 0 -> replaced(bytes, at, Math.min(1, length), new byte[] {(byte) random.nextInt(256)});
      case 1 -> replaced(bytes, at, Math.min(1, length), flipped(bytes, at));
      case 2 -> replaced(bytes, at, 0, one(tokens));
      case 3, 4, 5, 6 -> {
        int from = startOfCell(bytes, at);
        yield replaced(bytes, from, endOfCell(bytes, at) - from, one(tokens));
      }
      case 7 -> replaced(bytes, at, length, new byte[0]);
      case 8 -> replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      case 9 -> {
        byte[] other = one(kept);
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        yield replaced(bytes, at, bytes.length - at, Arrays.copyOfRange(other, from, other.length));
      }
      case 10 -> {
        byte[] other = one(kept);
        int from = other.length == 0 ? 0 : startOfCell(other, random.nextInt(other.length));
        int to = from == other.length ? from : endOfCell(other, from);
        int start = startOfCell(bytes, at);
        yield replaced(
            bytes, start, endOfCell(bytes, at) - start, Arrays.copyOfRange(other, from, to));
      }
      default -> random.nextInt(6) == 0 ? Arrays.copyOf(bytes, at) : digit(bytes, at);
    };
  }

  private byte[] digit(byte[] bytes, int at) {
    for (int i = at; i < bytes.length; i++) {
      if (bytes[i] >= '0' && bytes[i] <= '9') {
        return replaced(bytes, i, 1, new byte[] {(byte) ('0' + random.nextInt(10))});
      }
    }
    return bytes;
  }

  private byte[] flipped(byte[] bytes, int at) {
    return bytes.length == 0
        ? new byte[] {0}
        : new byte[] {(byte) (bytes[at] ^ 1 << random.nextInt(8))};
  }

  private byte[] one(List<byte[]> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static int startOfCell(byte[] bytes, int at) {
    int from = Math.min(at, bytes.length);
    while (from > 0 && !isBetweenCells(bytes[from - 1])) {
      from--;
    }
    return from;
  }

  private static int endOfCell(byte[] bytes, int at) {
    int to = at;
    while (to < bytes.length && !isBetweenCells(bytes[to])) {
      to++;
    }
    return to;
  }

  private static boolean isBetweenCells(byte b) {
    return b == ',' || b == '\n' || b == ':' || b == '[' || b == ']' || b == '{' || b == '}';
  }

  private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
    byte[] result = new byte[bytes.length - length + by.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(by, 0, result, at, by.length);
    System.arraycopy(bytes, at + length, result, at + by.length, bytes.length - at - length);
    return result;
  }
}
