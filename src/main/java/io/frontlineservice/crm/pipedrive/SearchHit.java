package io.frontlineservice.crm.pipedrive;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A person that a search found, with the little that Pipedrive's search says of it.
 * Returned by {@link PipedriveApi}. Immutable.
 *
 * @param id the id of the person
 * @param user the id of the user who owns it, as the search knows; empty if it does not
 * say
 * @param phones its numbers as they were typed
 */
record SearchHit(long id, String user, List<String> phones) {

	static SearchHit of(JsonNode item) {
		long id = PipedriveRequests.object(item).path("id").longValue();
		List<String> phones = new ArrayList<>();
		item.path("phones").forEach((phone) -> phones.add(phone.asString("")));
		return new SearchHit(id, item.path("owner").path("id").asString(""), phones);
	}

}
