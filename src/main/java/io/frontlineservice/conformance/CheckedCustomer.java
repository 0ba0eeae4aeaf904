package io.frontlineservice.conformance;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.mapping.MappedCustomer;
import io.frontlineservice.crm.mapping.Remark;
import io.frontlineservice.crm.mapping.UnusableRecordException;
import io.frontlineservice.crm.reader.FileFields;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A customer in an answer, read as the service reads it. Part of a {@link CheckedPage}.
 * Immutable.
 *
 * @param json the object
 * @param customer what the service reads; null if the service cannot use the object
 * @param problems what the service cannot use, without any value; not about addresses
 */
record CheckedCustomer(JsonNode json, @Nullable CrmCustomer customer, List<String> problems) {

	private static final CustomerMapper MAPPER = new CustomerMapper(new FileFields(FieldMapping.NONE).forObjects(),
			new AddressReader(null));

	@SuppressWarnings("unchecked")
	static CheckedCustomer of(JsonNode json) {
		if (!json.isObject()) {
			return new CheckedCustomer(json, null, List.of("it is not an object"));
		}
		Map<String, @Nullable Object> values = ServerReply.JSON.treeToValue(json, Map.class);
		Map<String, @Nullable Object> attributes = (values.get("attributes") instanceof Map<?, ?> map)
				? (Map<String, @Nullable Object>) map : Map.of();
		try {
			MappedCustomer mapped = MAPPER.map(CrmRecord.of(values, attributes));
			return new CheckedCustomer(json, mapped.customer(),
					mapped.remarks()
						.stream()
						.filter((remark) -> remark.kind() == Remark.Kind.OTHER)
						.map(Remark::text)
						.toList());
		}
		catch (UnusableRecordException ex) {
			return new CheckedCustomer(json, null, List.of(String.valueOf(ex.getMessage())));
		}
	}

	/** Returns the id; empty if the service cannot use the object. */
	String id() {
		return (this.customer != null) ? this.customer.id().value() : "";
	}

	Set<WorkerIdentity> owners() {
		return (this.customer != null) ? this.customer.owners() : Set.of();
	}

	List<Channel> channels() {
		return (this.customer != null) ? this.customer.channels() : List.of();
	}

	/** Returns the numbers and identities as the server writes them, without a prefix. */
	Stream<String> writtenAddresses() {
		return this.json.path("channels")
			.valueStream()
			.filter((channel) -> ChannelType.named(channel.path("type").asString("")).isPresent())
			.map((channel) -> withoutPrefix(channel.path("value").asString("")));
	}

	/** Returns an address without the prefix of WhatsApp. */
	static String withoutPrefix(String address) {
		String prefix = ChannelType.WHATSAPP.prefix();
		return address.startsWith(prefix) ? address.substring(prefix.length()) : address;
	}

	/** Does not show any value. */
	@Override
	public String toString() {
		return "customer";
	}

}
