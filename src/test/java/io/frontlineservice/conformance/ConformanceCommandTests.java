package io.frontlineservice.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.contract.PretendCustomersApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The command that checks a company's API for customers. */
class ConformanceCommandTests {

	private static final String NOT_LIMITED = "too many requests are told with Retry-After: "
			+ "the server did not refuse any request as too many";

	private static final String FIRST = "the server answers";

	private final SampleServer server = new SampleServer(Flaw.NONE);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void serverThatImplementsTheApiPasses() {
		assertThat(this.server.check()).as(this.server.printed()).isZero();
		assertThat(this.server.marked("ok")).hasSize(Checks.ALL.size() - 1);
		assertThat(this.server.marked("--")).containsExactly(NOT_LIMITED);
		assertThat(this.server.printed()).startsWith(this.server.server().url() + "/api\n  ok  " + FIRST + "\n")
			.endsWith(" ok, 0 to look at (??), 0 to fix (!!), 1 not checked (--). Requests: "
					+ this.server.server().requests().size() + "\n");
		assertThat(this.server.errors()).isEmpty();
	}

	@Test
	void requestsAreFewAndOnlyRead() {
		this.server.check();
		assertThat(this.server.server().requests()).hasSizeLessThan(200)
			.allSatisfy((request) -> assertThat(request.method()).isEqualTo("GET"));
	}

	@Test
	void slowServerIsAWarning() {
		assertThat(this.server.check(Duration.ofMillis(1_500).toNanos())).isZero();
		assertThat(this.server.marked("??")).containsExactly("answers take at most 1 second");
		assertThat(this.server.printed()).contains("      received: up to 1500 ms\n");
	}

	@Test
	void otherOrderThanTheAlphabetIsAWarning() {
		Flaw numbered = Flaw.writing(Request::isList,
				(json) -> json.path("customers")
					.forEach((it) -> ((ObjectNode) it).put("display_name",
							it.path("customer_id").asString().hashCode() + " " + it.path("display_name").asString())));
		try (SampleServer other = new SampleServer(numbered)) {
			assertThat(other.check()).as(other.printed()).isZero();
			assertThat(other.marked("??")).containsExactly("the list is in alphabetical order");
		}
	}

	@Test
	void pauseOfTheServerIsKept() {
		CrmReply limited = CrmReply.text(429, "application/json", "{}").with("Retry-After", "2");
		this.server.server().faults().answer((request) -> request.query().contains("search"), 2, limited);
		assertThat(this.server.check()).as(this.server.printed()).isZero();
		assertThat(this.server.pauses()).containsExactly(2_000L, 2_000L);
		assertThat(this.server.marked("--")).isEmpty();
	}

	@Test
	void serverThatRefusesAllRequestsAsTooManyFails() {
		CrmReply limited = CrmReply.text(429, "application/json", "{}").with("Retry-After", "600");
		this.server.server().faults().answer((request) -> true, 100, limited);
		assertThat(this.server.check()).isEqualTo(1);
		assertThat(this.server.pauses()).containsExactly(30_000L, 30_000L, 30_000L);
		assertFirstCheckFails("status 429");
	}

	@ParameterizedTest
	@CsvSource({ "401,application/json,{},status 401", "200,text/html,<html>,status 200 without JSON",
			"302,text/html,,status 302 without JSON", "404,text/html,no,status 404 without JSON" })
	void serverWithAnotherAnswerFailsAtOnce(int status, String type, String body, String received) {
		CrmReply reply = CrmReply.text(status, type, (body != null) ? body : "");
		this.server.server().faults().answer((request) -> true, 100, reply);
		assertThat(this.server.check()).isEqualTo(1);
		assertFirstCheckFails(received);
	}

	private void assertFirstCheckFails(String received) {
		assertThat(this.server.marked("!!")).hasSize(1);
		assertThat(this.server.printed()).contains("      received: " + received + "\n      -> ")
			.endsWith("The other checks need this one.\n");
	}

	@Test
	void serverThatDoesNotListenFailsAtOnce() {
		this.server.close();
		assertThat(this.server.check()).isEqualTo(1);
		assertThat(this.server.marked("!!")).containsExactly(FIRST);
		assertThat(this.server.printed()).contains("expected: an answer within 4 seconds",
				"received: none (HttpHostConnectException)");
	}

	@Test
	void serverWithoutCustomersFails() {
		this.server.correct().customers().clear();
		assertThat(this.server.check()).isEqualTo(1);
		assertThat(this.server.marked("!!")).containsExactly("there are customers");
	}

	@Test
	void whatTheCustomersDoNotAllowIsNotChecked() {
		this.server.correct().customers().clear();
		this.server.correct().customers().put(Map.of("customer_id", 7, "display_name", "\u674E"));
		assertThat(this.server.check()).as(this.server.printed()).isZero();
		assertThat(this.server.marked("--")).contains(NOT_LIMITED,
				"owner lists all customers of that owner: the customers have fewer than 1 owners",
				"a chat identity finds its customers: no customer has an address of that kind");
	}

	@Test
	void tokenIsReadFromAFile(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("token"), PretendCustomersApi.TOKEN + "\n");
		assertThat(run(Map.of(SampleServer.TOKEN, "other"), url(), "--token-file=" + file)).isZero();
	}

	@Test
	void tokenWithABlankIsTheWholeHeader() {
		run(Map.of(SampleServer.TOKEN, "Basic YTpi"), url());
		assertThat(this.server.server().requests()).extracting((CrmRequest it) -> it.header("Authorization"))
			.containsExactly("Basic YTpi");
	}

	@Test
	void missingTokenIsRefused() {
		assertThat(run(Map.of(), url())).isEqualTo(2);
		assertThat(this.server.errors()).contains("There is no token", "CONFORMANCE_TOKEN", "--token-file=FILE");
		assertThat(run(Map.of(SampleServer.TOKEN, "a\nb"), url())).isEqualTo(2);
		assertThat(this.server.errors())
			.contains("The token of CONFORMANCE_TOKEN must be one line of ASCII characters");
		assertThat(run(Map.of(), url(), "--token-file=/no/such/file")).isEqualTo(2);
		assertThat(this.server.errors()).contains("The file of --token-file cannot be read");
		assertThat(this.server.server().requests()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "http://crm.example.com/api,must begin with https://", "crm.example.com,must be a URL such as",
			"https://crm.example.com/api?x=1,must be a URL such as" })
	void unusableUrlIsRefused(String url, String problem) {
		assertThat(run(Map.of(SampleServer.TOKEN, "x"), url)).isEqualTo(2);
		assertThat(this.server.errors()).startsWith("The URL " + problem);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "--token=secret", "https://a.example https://b.example",
			"https://a.example --owner=secret", "--openapi https://a.example" })
	void invalidArgumentsPrintTheUsage(String arguments) {
		assertThat(run(Map.of(SampleServer.TOKEN, "x"), arguments.isEmpty() ? new String[0] : arguments.split(" ")))
			.isEqualTo(2);
		assertThat(this.server.errors())
			.contains("Usage: java -jar frontline-integration-service.jar conformance URL [--token-file=FILE]")
			.doesNotContain("secret");
	}

	@Test
	void unknownOptionIsTold() {
		run(Map.of(), url(), "--token=secret");
		assertThat(this.server.errors()).startsWith("Unknown option --token\n");
	}

	@Test
	void apiIsPrinted() {
		assertThat(run(Map.of(), "--openapi")).isZero();
		assertThat(this.server.printed()).startsWith("openapi: 3.1.0\n");
	}

	@Test
	void checksHaveDifferentNamesWithoutAFullStop() {
		assertThat(Checks.ALL).extracting(Check::name)
			.doesNotHaveDuplicates()
			.allSatisfy((name) -> assertThat(name).doesNotEndWith("."));
		assertThat(List.of(Checks.ALL.get(0).kind(), Checks.ALL.get(Checks.ALL.size() - 1).kind()))
			.containsExactly(Check.Kind.FIRST, Check.Kind.ADVICE);
	}

	private String url() {
		return this.server.server().url() + PretendCustomersApi.PATH;
	}

	private int run(Map<String, String> environment, String... arguments) {
		CheckedServer.Clocks clocks = new CheckedServer.Clocks(() -> 0, (millis) -> {
		});
		return this.server.run(new ConformanceCommand(environment, clocks), arguments);
	}

}
