package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Callback;
import io.frontlineservice.RunningService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The templates that the app offers to a worker. */
@RunningService
@TestPropertySource(properties = { "frontline.crm.file.location=classpath:templates/customers.json",
		"frontline.workers.location=classpath:templates/workers.yml",
		"frontline.templates.location=classpath:templates/catalogue.yml" })
class TemplatesScenarioTests {

	private static final String ADA = "ada@example.com";

	private static final String CHIARA = "chiara@example.com";

	private static final String WITHOUT_A_CUSTOMER = "[{\"display_name\":\"Openers\",\"templates\":"
			+ "[{\"content\":\"Hi there!\"}]}]";

	private final Callback callback;

	TemplatesScenarioTests(@LocalServerPort int port) {
		this.callback = Callback.templates(port);
	}

	@Test
	void categoriesAreReturnedAsJsonArray() throws Exception {
		HttpResponse<String> response = this.callback.post("ConversationSid", "CH" + "1".repeat(32), "CustomerId", "1",
				"Location", "GetTemplatesByCustomerId", "Worker", ADA);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(response.body()).isEqualTo("""
				[{"display_name":"Openers","templates":[\
				{"content":"Hello Lina Berg, we have processed your documents. Ada Okafor","whatsAppApproved":true},\
				{"content":"Hi Lina at Berg & Sons!"}]},\
				{"display_name":"Offers","templates":[\
				{"content":"As a gold customer you pay less."},\
				{"content":"Something for those with a company."}]}]""");
	}

	@Test
	void templatesAreInLanguageOfCustomerElseInDefaultLanguage() throws Exception {
		assertThat(request(ADA, "2").body()).isEqualTo(
				"""
						[{"display_name":"Begrüßung","templates":[\
						{"content":"Guten Tag Jürgen, Ihre Unterlagen sind fertig. Ada Okafor","whatsAppApproved":true},\
						{"content":"Hi Jürgen!"}]},\
						{"display_name":"Offers","templates":[{"content":"Something for WhatsApp."}]},\
						{"display_name":"Nur auf Deutsch","templates":[{"content":"Auf Wiederhören!","whatsAppApproved":false}]}]""");
	}

	@Test
	void languageMissingInCatalogueIsReplacedByDefaultLanguage() throws Exception {
		assertThat(request(ADA, "3").body())
			.startsWith("[{\"display_name\":\"Openers\",\"templates\":[{\"content\":\"Hello Søren,")
			.doesNotContain("Wiederhören", "Offers");
	}

	@Test
	void customerWithoutLanguageGetsLanguageOfWorkerElseDefaultLanguage() throws Exception {
		assertThat(request(ADA, "4").body()).contains("Hello Nobody Knows");
		assertThat(request(CHIARA, "").body()).contains("Auf Wiederhören!", "\"Begrüßung\"");
	}

	@Test
	void authorWithoutNameIsNamedByIdentity() throws Exception {
		assertThat(request(CHIARA, "5").body()).contains("documents. Chiara\"").doesNotContain("example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "no-such-customer" })
	void unknownCustomerGetsTemplatesWithoutCustomerValues(String customerId) throws Exception {
		HttpResponse<String> response = request(ADA, customerId);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo(WITHOUT_A_CUSTOMER);
	}

	@Test
	void missingCustomerIdGivesTemplatesWithoutCustomerValues() throws Exception {
		assertThat(this.callback.post("Location", "GetTemplatesByCustomerId", "Worker", ADA).body())
			.isEqualTo(WITHOUT_A_CUSTOMER);
	}

	@Test
	void customerOfOtherWorkerIs404() throws Exception {
		HttpResponse<String> response = request(ADA, "5");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).contains("This worker has no such customer.").doesNotContain("Chiara");
	}

	@Test
	void nameIsInsertedLiterallyOnOneLine() throws Exception {
		assertThat(request(ADA, "6").body()).contains("Hello $& {{Author}} ${x} <b>, we have");
	}

	@Test
	void idThatReplacesMissingNameIsNotInserted() throws Exception {
		assertThat(request(ADA, "7").body()).isEqualTo(WITHOUT_A_CUSTOMER);
	}

	@Test
	void missingWorkerAndTooLongCustomerIdAre400() throws Exception {
		HttpResponse<String> response = this.callback.post("Location", "GetTemplatesByCustomerId", "CustomerId", "1");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("Worker is missing");
		assertThat(request(ADA, "1".repeat(257)).statusCode()).isEqualTo(400);
	}

	@Test
	void unknownLocationIs422() throws Exception {
		HttpResponse<String> response = this.callback.post("Location", "GetTemplates", "Worker", ADA);
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(response.body()).contains("GetTemplatesByCustomerId");
	}

	private HttpResponse<String> request(String worker, String customerId) throws Exception {
		return this.callback.post("Location", "GetTemplatesByCustomerId", "CustomerId", customerId, "Worker", worker);
	}

}
