package io.frontlineservice.crm.jdbc.managed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.Detail;
import io.frontlineservice.customer.Link;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is only read together with its customer, as one JSON value: a page of customers
 * needs one row of the database for each. Written by {@link StoredCustomer}. Immutable.
 *
 * @param owners the owners as the CRM writes them
 * @param channels the channels, in order
 * @param links the links, in order
 * @param emails the e-mail addresses, in order
 * @param details the text of the details screen
 * @param avatar the URL of a picture
 * @param attributes the values for templates: texts and booleans
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record CustomerContent(@Nullable List<String> owners, @Nullable List<Channel> channels, @Nullable List<Link> links,
		@Nullable List<String> emails, @Nullable Detail details, @Nullable String avatar,
		@Nullable Map<String, Object> attributes) {

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder().characterEscapes(new WithoutNul()).build())
		.build();

	private static final Pattern HALF_CHARACTERS = Pattern.compile("\\p{Cs}");

	private static final String REPLACEMENT = "\uFFFD";

	static CustomerContent of(CrmCustomer customer) {
		Customer card = customer.card();
		List<String> owners = customer.owners().stream().map(WorkerIdentity::written).sorted().toList();
		return new CustomerContent(owners, card.channels(), card.links(), customer.emails(), card.details(),
				card.avatar(), customer.attributes());
	}

	static CustomerContent ofJson(String json) {
		return JSON.readValue(json, CustomerContent.class);
	}

	/** Characters that no database stores are replaced. */
	String toJson() {
		return HALF_CHARACTERS.matcher(JSON.writeValueAsString(this)).replaceAll(REPLACEMENT);
	}

	Customer card(CustomerId id, String displayName) {
		return new Customer(id.value(), displayName, this.channels, this.links, this.details, this.avatar);
	}

	Set<WorkerIdentity> ownerIdentities() {
		return orEmpty(this.owners).stream().map(WorkerIdentity::of).collect(Collectors.toUnmodifiableSet());
	}

	static <T> List<T> orEmpty(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

	/** Databases refuse the escape of NUL in JSON. */
	private static final class WithoutNul extends CharacterEscapes {

		@Override
		public int[] getEscapeCodesForAscii() {
			int[] escapes = standardAsciiEscapesForJSON();
			escapes[0] = ESCAPE_CUSTOM;
			return escapes;
		}

		@Override
		public @Nullable SerializableString getEscapeSequence(int character) {
			return (character == 0) ? new SerializedString(REPLACEMENT) : null;
		}

	}

}
