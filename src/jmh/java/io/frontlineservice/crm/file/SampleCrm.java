package io.frontlineservice.crm.file;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.benchmark.SampleCustomer;
import io.frontlineservice.crm.file.CustomerRow.ChannelRow;
import io.frontlineservice.crm.file.CustomerRow.DetailRow;
import io.frontlineservice.crm.file.CustomerRow.LinkRow;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.FieldMapping;
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
			mapped.add(mapper.map(row(SampleCustomer.of(number, workers)).toRecord()).customer());
		}
		CustomerSnapshot snapshot = new CustomerSnapshot(mapped);
		return new FileCrmAdapter(() -> snapshot);
	}

	private static CustomerRow row(SampleCustomer customer) {
		List<ChannelRow> channels = List.of(new ChannelRow("sms", customer.phone()),
				new ChannelRow("whatsapp", customer.phone()));
		return new CustomerRow(customer.id(), customer.name(), customer.worker(), null, null, channels,
				List.of(new LinkRow("CRM", "https://crm.example.com/" + customer.id(), "In the CRM")),
				new DetailRow("Information", "Status: Active"), customer.email(), customer.company(),
				customer.language(), null, Map.of(), Map.of());
	}

}
