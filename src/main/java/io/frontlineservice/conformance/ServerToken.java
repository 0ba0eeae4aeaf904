package io.frontlineservice.conformance;

import io.frontlineservice.diagnosis.UnusableSettingException;
import io.frontlineservice.privacy.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the token of the checked server from a file or the environment. It is never an
 * argument, because other users of a machine see these. Used by
 * {@link ConformanceCommand}.
 */
final class ServerToken {

	/** The argument with the file. */
	static final String FILE = "--token-file=";

	/** The environment variable. */
	static final String VARIABLE = "CONFORMANCE_TOKEN";

	private static final Pattern HEADER = Pattern.compile("[!-~]+( [!-~]+)*");

	private ServerToken() {
	}

	/**
	 * Returns the value of the header {@code Authorization}. A token with a blank is the
	 * whole value, such as {@code Basic} with credentials.
	 * @throws UnusableSettingException if there is no token
	 */
	static Secret header(Map<String, String> environment, String... arguments) {
		Optional<String> file = Arrays.stream(arguments).filter((it) -> it.startsWith(FILE)).findFirst();
		String source = file.isPresent() ? FILE.substring(0, FILE.length() - 1) : VARIABLE;
		Secret token = Secret.of(file.map((it) -> read(it.substring(FILE.length())))
			.orElseGet(() -> environment.getOrDefault(VARIABLE, "")));
		if (token.isEmpty()) {
			throw new UnusableSettingException(
					"There is no token: set the environment variable " + VARIABLE + ", or add " + FILE + "FILE");
		}
		if (!HEADER.matcher(token.reveal()).matches()) {
			throw new UnusableSettingException("The token of " + source + " must be one line of ASCII characters");
		}
		return token.reveal().contains(" ") ? token : Secret.of("Bearer " + token.reveal());
	}

	private static String read(String file) {
		try {
			return Files.readString(Path.of(file));
		}
		catch (IOException | InvalidPathException ex) {
			throw new UnusableSettingException("The file of --token-file cannot be read");
		}
	}

}
