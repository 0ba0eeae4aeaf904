package io.frontlineservice.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What the program does with its arguments. */
class CommandLineTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private final List<List<String>> started = new ArrayList<>();

	private boolean quiet;

	private final Recorder doctor = new Recorder("doctor");

	private final CommandLine commandLine = new CommandLine(print(this.out), print(this.err),
			(arguments) -> this.started.add(List.of(arguments)), () -> List.of(this.doctor, new Recorder("lint")),
			() -> this.quiet = true);

	@ParameterizedTest
	@ValueSource(strings = { "--help", "-h", "help", "--spring.profiles.active=sandbox --help" })
	void helpListsCommandsAndStartsNothing(String arguments) {
		assertThat(run(arguments)).hasValue(0);
		assertThat(out()).startsWith("Usage: java -jar frontline-integration-service.jar [COMMAND]")
			.contains("\n  sandbox [--setting=value ...]\n      starts the service with sample customers",
					"\n  doctor FILE\n      does doctor things\n", "\n  lint FILE\n", "\n  version, --version\n");
		assertNothingStarted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--version", "version", "--spring.profiles.active=sandbox --version" })
	void versionIsThatOfTheBuild(String arguments) {
		assertThat(run(arguments)).hasValue(0);
		assertThat(out()).matches("Frontline Integration Service \\d+\\.\\d+\\.\\d+(-\\w+)?\n");
		assertNothingStarted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "doctor --help", "doctor --some=value -h", "help doctor", "--doctor --help" })
	void helpOfCommandExplainsItsOptions(String arguments) {
		assertThat(run(arguments)).hasValue(0);
		assertThat(out()).isEqualTo("""
				Usage: java -jar frontline-integration-service.jar doctor FILE

				doctor does doctor things

				  --fast  quickly
				  --slow  slowly
				""");
		assertNothingStarted();
	}

	@Test
	void helpOfSandboxStartsNothing() {
		assertThat(run("sandbox --help")).hasValue(0);
		assertThat(out()).contains("sandbox starts the service with sample customers");
		assertNothingStarted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "doctor --a=b --json", "--a=b doctor --json", "--doctor --a=b --json",
			"--a=b --doctor --json", "--a=b --json --doctor" })
	void commandGetsAllOtherArguments(String arguments) {
		assertThat(run(arguments)).hasValue(7);
		assertThat(this.doctor.ran).containsExactly(List.of("--a=b", "--json"));
		assertThat(this.quiet).isTrue();
		assertThat(this.started).isEmpty();
	}

	@Test
	void serviceStartsWithSettingsAndFlagsOfSpring() {
		assertThat(run("--server.port=0 --debug --TWILIO_SMS_NUMBER=+15005550006 --trace")).isEmpty();
		assertThat(this.started)
			.containsExactly(List.of("--server.port=0", "--debug", "--TWILIO_SMS_NUMBER=+15005550006", "--trace"));
		assertThat(run("")).isEmpty();
		assertThat(this.started).hasSize(2).last().isEqualTo(List.of());
	}

	@Test
	void variablesOfConfigurationAreSettings() {
		assertThat(run("--PORT=9000")).isEmpty();
		assertThat(this.started).containsExactly(List.of("--PORT=9000"));
	}

	@Test
	void blankArgumentOfUnsetVariableIsIgnored() {
		assertThat(this.commandLine.run("", "--server.port=0", " ")).isEmpty();
		assertThat(this.commandLine.run("", "sandbox", "")).isEmpty();
		assertThat(this.started).containsExactly(List.of("--server.port=0"),
				List.of("--spring.profiles.active=sandbox"));
	}

	@Test
	void sandboxStartsServiceWithItsProfileAndSettings() {
		assertThat(run("sandbox --server.port=0 --debug")).isEmpty();
		assertThat(run("--server.port=0 sandbox")).isEmpty();
		assertThat(this.started).containsExactly(
				List.of("--spring.profiles.active=sandbox", "--server.port=0", "--debug"),
				List.of("--spring.profiles.active=sandbox", "--server.port=0"));
	}

	@ParameterizedTest
	@CsvSource({ "Doctor,doctor", "--sandbox,sandbox", "-version,version", "docter,doctor", "--Lint x,lint",
			"--sandbox=true,sandbox", "ver,version", "--dotcor,doctor" })
	void nearestCommandIsSuggested(String arguments, String nearest) {
		assertRefused(arguments,
				"is not a command. Did you mean \"" + nearest + "\"?\n\nUsage: java -jar frontline-integration");
	}

	@ParameterizedTest
	@CsvSource({ "start,the service starts without a command", "run,the service starts without a command",
			"--frobnicate,\"--frobnicate\" is not a command.", "--,\"--\" is not a command.",
			"--=x,\"--\" is not a command.", "sandbox doctor,only one command is possible",
			"--server.port=0 quux,\"quux\" is not a command.", "sandbox --frobnicate,\"--frobnicate\" is not a command",
			"--port 9000,--port is not a setting. Did you mean --server.port=8090?",
			"--port=9000,--port is not a setting. Did you mean --server.port=8090?",
			"sandbox --port=9000,Did you mean --server.port=8090?",
			"--profile=sandbox,Did you mean --spring.profiles.active=sandbox?",
			"-Dserver.port=9000,-Dserver.port is an option of Java: write it before -jar",
			"--spring.profiles.active sandbox,write --spring.profiles.active= and the value",
			"--frontline.twilio.require-webhook-key,has no value: write --frontline.twilio.require-webhook-key= and" })
	void argumentThatSpringWouldIgnoreIsRefused(String arguments, String problem) {
		assertRefused(arguments, problem);
	}

	@Test
	void refusalQuotesNoValue() {
		run("--doctor=s3cret");
		run("-Dfrontline.twilio.auth-token=s3cret");
		run("--frontline.twilio.auth-token s3cret");
		assertThat(err()).doesNotContain("s3cret");
		assertNothingStarted();
	}

	@Test
	void commandsOfThisJarAreFound() {
		List<Command> commands = SpringFactoriesLoader.forDefaultResourceLocation().load(Command.class);
		CommandLine all = new CommandLine(print(this.out), print(this.err),
				(arguments) -> this.started.add(List.of(arguments)), () -> commands, () -> {
				});
		assertThat(all.run("--help")).hasValue(0);
		assertThat(out()).contains("\n  sandbox ", "\n  doctor [--apply] [--json] [--setting=value ...]\n",
				"\n  lint [--frontline.templates.default-language=en] FILE...\n",
				"\n  import FILE [--replace] [--frontline.some-setting=value ...]\n");
		assertThat(all.run("doctor", "--aply")).hasValue(2);
		assertThat(err()).startsWith("Usage: java -jar frontline-integration-service.jar doctor [--apply] [--json]");
		assertNothingStarted();
	}

	private OptionalInt run(String arguments) {
		return this.commandLine.run(arguments.isEmpty() ? new String[0] : arguments.split(" "));
	}

	private void assertRefused(String arguments, String problem) {
		assertThat(run(arguments)).hasValue(2);
		assertThat(err()).contains(problem, "\n  sandbox ", "\n  doctor ", "\n  lint ");
		assertThat(out()).isEmpty();
		assertNothingStarted();
	}

	private void assertNothingStarted() {
		assertThat(this.started).isEmpty();
		assertThat(this.doctor.ran).isEmpty();
	}

	private String out() {
		return this.out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
	}

	private String err() {
		return this.err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
	}

	private static PrintStream print(ByteArrayOutputStream stream) {
		return new PrintStream(stream, true, StandardCharsets.UTF_8);
	}

	/** A command that keeps its arguments. */
	private static final class Recorder implements Command {

		private final String name;

		private final List<List<String>> ran = new ArrayList<>();

		private Recorder(String name) {
			this.name = name;
		}

		@Override
		public String name() {
			return this.name;
		}

		@Override
		public String arguments() {
			return "FILE";
		}

		@Override
		public String summary() {
			return "does " + this.name + " things";
		}

		@Override
		public String options() {
			return "--fast  quickly\n--slow  slowly";
		}

		@Override
		public int run(PrintStream out, PrintStream err, String... arguments) {
			this.ran.add(List.of(arguments));
			return 7;
		}

	}

}
