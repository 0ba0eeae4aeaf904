package io.frontlineservice.crm.file;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.benchmark.SampleCustomer;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.reader.FileFields;
import io.frontlineservice.crm.snapshot.CustomerSnapshot;
import io.frontlineservice.crm.snapshot.SnapshotCrm;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file CRM with {@link SampleCustomer}s, which benchmarks use without a file.
 */
public final class SampleCrm {

	/** Creating a million customers takes long, so benchmarks in one JVM share them. */
	private static final Map<List<Integer>, CrmAdapter> CREATED = new ConcurrentHashMap<>();

	private SampleCrm() {
	}

	/** A CRM with the given numbers of customers and of workers who own them. */
	public static CrmAdapter of(int customers, int workers) {
		return CREATED.computeIfAbsent(List.of(customers, workers), (key) -> create(customers, workers));
	}

	private static CrmAdapter create(int customers, int workers) {
		CustomerMapper mapper = new CustomerMapper(new FileFields(FieldMapping.NONE).forObjects(),
				new AddressReader(null));
		List<CrmCustomer> mapped = new ArrayList<>(customers);
		for (int number = 0; number < customers; number++) {
			mapped.add(mapper.map(record(SampleCustomer.of(number, workers))).customer());
		}
		CustomerSnapshot snapshot = new CustomerSnapshot(mapped);
		return new SnapshotCrm(() -> snapshot);
	}

	/** The customer as a record of a JSON file. */
	private static CrmRecord record(SampleCustomer customer) {
		List<Map<String, String>> channels = List.of(Map.of("type", "sms", "value", customer.phone()),
				Map.of("type", "whatsapp", "value", customer.phone()));
		List<Map<String, String>> links = List.of(Map.of("type", "CRM", "value",
				"https://crm.example.com/" + customer.id(), "display_name", "In the CRM"));
		return CrmRecord.of(Map.of("customer_id", customer.id(), "display_name", customer.name(), "worker",
				customer.worker(), "channels", channels, "links", links, "details",
				Map.of("title", "Information", "content", "Status: Active"), "email", customer.email(), "company",
				customer.company(), "language", customer.language()));
	}

}
