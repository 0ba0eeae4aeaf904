package io.frontlineservice.conformance;

import io.frontlineservice.command.Command;
import io.frontlineservice.conformance.CheckedServer.Clocks;
import io.frontlineservice.crm.http.ApiUrl;
import io.frontlineservice.diagnosis.UnusableSettingException;
import io.frontlineservice.privacy.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Checks a server that implements {@code customers-api.yaml} by real requests:
 * {@code java -jar frontline-integration-service.jar conformance URL}. It only reads. The
 * service's configuration is not read.
 */
final class ConformanceCommand implements Command {

	/** The contract, as it is in {@code src/docs}. */
	static final String API = "customers-api.yaml";

	private static final String PRINT_API = "--openapi";

	private final Map<String, String> environment;

	private final Clocks clocks;

	/** Creates the command for {@code META-INF/spring.factories}. */
	ConformanceCommand() {
		this(System.getenv(), Clocks.SYSTEM);
	}

	/** Creates the command with other environment variables and another time. */
	ConformanceCommand(Map<String, String> environment, Clocks clocks) {
		this.environment = environment;
		this.clocks = clocks;
	}

	@Override
	public String name() {
		return "conformance";
	}

	@Override
	public String arguments() {
		return "URL [" + ServerToken.FILE + "FILE]";
	}

	@Override
	public String summary() {
		return "checks a server of yours that implements the API for customers";
	}

	@Override
	public String options() {
		return """
				%sFILE  the file with the token; default: the environment variable %s
				%s          prints the API as OpenAPI, without a URL""".formatted(ServerToken.FILE,
				ServerToken.VARIABLE, PRINT_API);
	}

	@Override
	public int run(PrintStream out, PrintStream err, String... arguments) {
		if (List.of(arguments).equals(List.of(PRINT_API))) {
			out.print(api());
			return 0;
		}
		List<String> words = Arrays.stream(arguments).filter((it) -> !it.startsWith(ServerToken.FILE)).toList();
		if (words.size() != 1 || words.get(0).startsWith("-") || arguments.length > 2) {
			// The value of an option may be a secret.
			words.stream()
				.filter((it) -> it.startsWith("-"))
				.forEach((it) -> err.println("Unknown option " + it.replaceFirst("(?s)=.*", "")));
			err.println(Command.usage(name(), arguments()));
			err.println(options().indent(2).stripTrailing());
			return 2;
		}
		try {
			Secret authorization = ServerToken.header(this.environment, arguments);
			return check(out, url(words.get(0)), authorization) ? 0 : 1;
		}
		catch (UnusableSettingException ex) {
			err.println(ex.getMessage());
			return 2;
		}
	}

	private static ApiUrl url(String text) {
		try {
			return ApiUrl.of(text);
		}
		catch (UnusableSettingException ex) {
			throw new UnusableSettingException("The URL " + ex.getMessage());
		}
	}

	private boolean check(PrintStream out, ApiUrl url, Secret authorization) {
		out.println(url.base());
		try (CheckedServer server = new CheckedServer(url, authorization, this.clocks)) {
			return new ConformanceRun(out, server).isPassedBy(Checks.ALL);
		}
	}

	/** Returns the contract. */
	static String api() {
		try (InputStream api = ConformanceCommand.class.getResourceAsStream(API)) {
			return new String(Objects.requireNonNull(api).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
