package io.frontlineservice.datafile;

import java.io.InputStream;
import java.io.Reader;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * YAML as people mean it, for {@link ListFile}. To Jackson {@code ~}, {@code Null} and
 * {@code True} are texts, and an alias ({@code *name}) is the text "name"; here the
 * former are nothing and booleans, as the specification has it, and the latter is an
 * error. Files may be large.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#core-schema">Core schema</a>
 */
final class PlainYaml extends YAMLFactory {

	private static final int MOST_CHARACTERS = 500_000_000;

	/**
	 * Its own check of properties that stand twice is off: that is for Jackson's to do.
	 */
	private static final LoadSettings SETTINGS = LoadSettings.builder()
		.setCodePointLimit(MOST_CHARACTERS)
		.setAllowDuplicateKeys(true)
		.build();

	@Override
	protected YAMLParser _createParser(ObjectReadContext context, IOContext io, InputStream stream) {
		return new Parser(context, io, _getBufferRecycler(), context.getStreamReadFeatures(_streamReadFeatures),
				context.getFormatReadFeatures(_formatReadFeatures), _createReader(stream, null, io));
	}

	private static final class Parser extends YAMLParser {

		private static final Map<String, JsonToken> MEANINGS = Map.of("~", JsonToken.VALUE_NULL, "Null",
				JsonToken.VALUE_NULL, "NULL", JsonToken.VALUE_NULL, "True", JsonToken.VALUE_TRUE, "TRUE",
				JsonToken.VALUE_TRUE, "False", JsonToken.VALUE_FALSE, "FALSE", JsonToken.VALUE_FALSE);

		Parser(ObjectReadContext context, IOContext io, BufferRecycler recycler, int streamFeatures, int formatFeatures,
				Reader reader) {
			super(context, io, recycler, streamFeatures, formatFeatures, SETTINGS, reader);
		}

		@Override
		public @Nullable JsonToken nextToken() {
			JsonToken token = super.nextToken();
			if (isCurrentAlias()) {
				throw new AliasException(this);
			}
			return token;
		}

		@Override
		protected JsonToken _decodeScalar(ScalarEvent scalar) {
			JsonToken token = super._decodeScalar(scalar);
			return scalar.isPlain() ? MEANINGS.getOrDefault(scalar.getValue(), token) : token;
		}

	}

	/** There is an alias. */
	static final class AliasException extends StreamReadException {

		AliasException(YAMLParser parser) {
			super(parser, "alias", parser.currentTokenLocation());
		}

	}

}
