package io.frontlineservice.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The first character of a file that its charset does not have. Searched for after a
 * reader has failed at it, because decoders do not say where. Immutable.
 *
 * @param line the line, from 1
 * @param column the column, from 1
 * @param problem what is wrong, in words that follow the position. It quotes this one
 * character only.
 */
public record EncodingProblem(int line, int column, String problem) {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private static final int CHUNK = 8_192;

	/**
	 * Searches for the first such character.
	 * @return empty if all of the text can be decoded
	 */
	public static Optional<EncodingProblem> find(InputStream bytes, Charset charset) throws IOException {
		return new Search(charset).in(bytes);
	}

	/** Decodes a text by itself, and counts its lines and columns. */
	private static final class Search {

		private final Charset charset;

		private final CharsetDecoder decoder;

		private final CharBuffer text = CharBuffer.allocate(CHUNK);

		private int line = 1;

		private int column = 1;

		private char before;

		Search(Charset charset) {
			this.charset = charset;
			this.decoder = charset.newDecoder();
		}

		Optional<EncodingProblem> in(InputStream bytes) throws IOException {
			ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
			boolean isEnd = false;
			while (!isEnd) {
				int read = bytes.read(chunk.array(), chunk.position(), chunk.remaining());
				isEnd = read < 0;
				chunk.position(chunk.position() + Math.max(0, read)).flip();
				CoderResult result = decode(chunk, isEnd);
				if (result.isError()) {
					return Optional.of(new EncodingProblem(this.line, this.column, problem(chunk.get())));
				}
				chunk.compact();
			}
			return Optional.empty();
		}

		private CoderResult decode(ByteBuffer chunk, boolean isEnd) {
			CoderResult result;
			do {
				result = this.decoder.decode(chunk, this.text, isEnd);
				this.text.flip();
				this.text.chars().forEach((sign) -> count((char) sign));
				this.text.clear();
			}
			while (result.isOverflow());
			return result;
		}

		private void count(char sign) {
			if (sign == '\n' && this.before == '\r') {
				this.before = sign;
				return;
			}
			boolean isEndOfLine = sign == '\n' || sign == '\r';
			this.line += isEndOfLine ? 1 : 0;
			this.column = isEndOfLine ? 1 : this.column + ((sign == '\uFEFF') ? 0 : 1);
			this.before = sign;
		}

		private String problem(byte octet) {
			String problem = "the byte %02X is not %s".formatted(octet & 0xFF, this.charset.name());
			String character = new String(new byte[] { octet }, WINDOWS);
			boolean isShown = this.charset.equals(StandardCharsets.UTF_8) && Character.isDefined(character.charAt(0))
					&& character.charAt(0) > '\u009F' && character.charAt(0) != '\uFFFD';
			return isShown ? problem + "; in Windows-1252, it is " + character : problem;
		}

	}

}
