package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.CrmAdapterContract;
import io.frontlineservice.crm.CrmListContract;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
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

	/** An API and its adapter. Each test has its own customers on the same server. */
	static final class MappedApi implements AutoCloseable {

		private final AwkwardApi api = new AwkwardApi();

		private final RestSetup setup;

		private @Nullable RestCrm crm;

		/**
		 * Creates an API.
		 * @param place where the body of a search has the place of the page
		 */
		MappedApi(String paging, String place) {
			this.setup = withSearch(MappedApiTests.setup(this.api, paging), place);
		}

		RestSetup setup() {
			return this.setup;
		}

		RestCrm adapterOf(List<CrmCustomer> customers) {
			this.api.serve(customers, this.setup.server().url().toString());
			if (this.crm == null) {
				this.crm = this.setup.crm();
			}
			return this.crm;
		}

		@Override
		public void close() {
			this.setup.close();
		}

	}

	@Nested
	@TestInstance(Lifecycle.PER_CLASS)
	class WithPages extends CrmAdapterContract {

		private final MappedApi mapped = new MappedApi("page", ", \"page\": \"{page}\"");

		WithPages() {
			this.mapped.setup().set("paging.first", "0").set("paging.total", "/result/count");
		}

		@Override
		protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
			return this.mapped.adapterOf(customers);
		}

		@AfterAll
		void close() {
			this.mapped.close();
		}

	}

	/** Look-ups are the same with each kind of paging. */
	@TestInstance(Lifecycle.PER_CLASS)
	abstract static class Paged extends CrmListContract {

		private final MappedApi mapped;

		Paged(MappedApi mapped) {
			this.mapped = mapped;
		}

		RestSetup setup() {
			return this.mapped.setup();
		}

		@Override
		protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
			return this.mapped.adapterOf(customers);
		}

		@AfterAll
		void close() {
			this.mapped.close();
		}

	}

	@Nested
	class WithOffsets extends Paged {

		WithOffsets() {
			super(new MappedApi("offset", ", \"skip\": \"{offset}\""));
			setup().set("paging.more", "/result/more");
		}

	}

	@Nested
	class WithCursors extends Paged {

		WithCursors() {
			super(new MappedApi("cursor", ", \"after\": \"{cursor}\""));
			setup().set("paging.next", "/result/mark");
		}

	}

	/** Without a filter for owners, and without search. */
	@Nested
	class WithLinks extends Paged {

		WithLinks() {
			super(new MappedApi("next-link", ""));
			setup().set("paging.next", "/result/link")
				.set("requests.list.path", "/people?size={limit}")
				.set("paging.size", "20")
				.remove("requests.search.path")
				.remove("requests.search.records")
				.remove("requests.search.body");
		}

	}

}
