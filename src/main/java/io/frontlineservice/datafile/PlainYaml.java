package io.frontlineservice.datafile;

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
 * YAML by its core schema, for {@link ListFile}. Jackson reads {@code ~}, {@code Null}
 * and {@code True} as strings, and an alias ({@code *name}) as the string "name". This
 * factory reads the former as null and booleans, and rejects the latter. It accepts large
 * files.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#core-schema">Core schema</a>
 */
final class PlainYaml extends YAMLFactory {

	/**
	 * Duplicate keys are allowed here, because Jackson checks them.
	 */
	private static final LoadSettings SETTINGS = LoadSettings.builder()
		.setCodePointLimit(Integer.MAX_VALUE)
		.setAllowDuplicateKeys(true)
		.build();

	@Override
	protected YAMLParser _createParser(ObjectReadContext context, IOContext io, Reader reader) {
		return new Parser(context, io, _getBufferRecycler(), context.getStreamReadFeatures(_streamReadFeatures),
				context.getFormatReadFeatures(_formatReadFeatures), reader);
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

	/** The file contains an alias. */
	static final class AliasException extends StreamReadException {

		AliasException(YAMLParser parser) {
			super(parser, "alias", parser.currentTokenLocation());
		}

	}

}
