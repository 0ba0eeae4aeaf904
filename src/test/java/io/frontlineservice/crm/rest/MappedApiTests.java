package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.CrmAdapterContract;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * An awkward API does what the service expects of every CRM, with each kind of paging.
 */
class MappedApiTests {

	static RestSetup setup(AwkwardApi api, String paging) {
		String page = switch (paging) {
			case "page" -> "&page={page}";
			case "offset" -> "&skip={offset}";
			case "cursor" -> "&after={cursor}";
			default -> "";
		};
		return new RestSetup(api, "/v1").set("paging.type", paging)
			.set("paging.size", "10")
			.set("requests.list.path", "/people?managers={owners}&size={limit}" + page)
			.set("requests.list.records", "/result/people")
			.set("requests.by-id.path", "/people/{id}")
			.set("requests.by-id.records", "/person")
			.set("requests.by-address.path", "/lookup?n={number}&n={address}")
			.set("requests.by-address.records", "/result/people")
			.set("list-separator", ",")
			.set("shared-owners", AwkwardApi.SHARED)
			.set("errors.code", "/fault/id")
			.set("errors.not-found", "410 GONE")
			.set("errors.rate-limited", "QUOTA")
			.set("fields.customer-id", "uid")
			.set("fields.display-name", "name.full")
			.set("fields.worker", "managed_by.login")
			.set("fields.phone", "sms_line")
			.set("fields.whatsapp", "whatsapp_line")
			.set("fields.chat", "chat_line");
	}

	static RestSetup withSearch(RestSetup setup, String place) {
		return setup.set("requests.search.path", "/people/query")
			.set("requests.search.records", "/result/people")
			.set("requests.search.body", """
					{ "filter": { "text": "{search}", "managers": "{owners}" }, "size": "{limit}"%s }
					""".formatted(place));
	}

	/** Each test has its own customers on the same server. */
	@TestInstance(Lifecycle.PER_CLASS)
	abstract static class Mapped extends CrmAdapterContract {

		private final AwkwardApi api = new AwkwardApi();

		private final RestSetup setup;

		private RestCrm crm;

		Mapped(String paging, String place) {
			this.setup = withSearch(MappedApiTests.setup(this.api, paging), place);
		}

		RestSetup setup() {
			return this.setup;
		}

		@BeforeAll
		void start() {
			this.crm = this.setup.crm();
		}

		@AfterAll
		void stop() {
			this.setup.close();
		}

		@Override
		protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
			this.api.serve(customers, this.setup.server().url().toString());
			return this.crm;
		}

	}

	@Nested
	class WithPages extends Mapped {

		WithPages() {
			super("page", ", \"page\": \"{page}\"");
			setup().set("paging.first", "0").set("paging.total", "/result/count");
		}

	}

	@Nested
	class WithOffsets extends Mapped {

		WithOffsets() {
			super("offset", ", \"skip\": \"{offset}\"");
			setup().set("paging.more", "/result/more");
		}

	}

	@Nested
	class WithCursors extends Mapped {

		WithCursors() {
			super("cursor", ", \"after\": \"{cursor}\"");
			setup().set("paging.next", "/result/mark");
		}

	}

	/** Without a filter for owners, and without search. */
	@Nested
	class WithLinks extends Mapped {

		WithLinks() {
			super("next-link", "");
			setup().set("paging.next", "/result/link")
				.set("requests.list.path", "/people?size={limit}")
				.set("paging.size", "20")
				.remove("requests.search.path")
				.remove("requests.search.records")
				.remove("requests.search.body");
		}

	}

}
