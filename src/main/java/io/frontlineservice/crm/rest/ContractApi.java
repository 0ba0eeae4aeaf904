package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.reader.FileFields;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import java.util.Objects;

/**
 * The API of this project as settings: {@code src/docs/customers-api.yaml} describes it.
 * A customer has the form of the customer file. Used by {@link RestVendor}.
 */
final class ContractApi {

	/** The property of a customer whose properties are attributes. */
	static final String ATTRIBUTES = "attributes";

	static final int LARGEST_PAGE = 200;

	private static final RequestSettings LIST = RequestSettings
		.get("/customers?owner={owners}&search={search}&cursor={cursor}&limit={limit}", "/customers");

	private static final RequestSettings BY_ID = RequestSettings.get("/customers/{id}", "");

	private static final RequestSettings BY_ADDRESS = RequestSettings.get("/customers/by-address?address={address}",
			"/customers");

	private ContractApi() {
	}

	/** Returns settings without requests with those of this API. */
	static RestSettings complete(RestSettings settings) {
		FieldMapping fields = settings.fields().orElse(new FileFields(FieldMapping.NONE).forObjects());
		PagingSettings paging = new PagingSettings(PagingType.CURSOR, "/next", null, null, settings.paging().size(), 1);
		List<String> shared = Objects.requireNonNullElse(settings.sharedOwners(),
				List.of(CrmCustomer.EVERYONE.written()));
		return settings.with(new RequestsSettings(LIST, null, BY_ID, BY_ADDRESS), paging, shared,
				settings.errors().withCode("/error/code"), fields);
	}

}
