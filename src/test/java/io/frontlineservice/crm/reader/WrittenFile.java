package io.frontlineservice.crm.reader;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.mapping.MappingReport.RowRemark;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.datafile.FileEncoding;
import io.frontlineservice.datafile.FileLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A file of customers as a test wrote it, and what was read of it. */
record WrittenFile(Path path) {

	/** Settings in which no field is set. */
	static final FileFields DEFAULTS = new FileFields(FieldMapping.NONE);

	/**
	 * Settings with fields that are set by their former keys: names and values by turns.
	 */
	static FileFields former(String... keysAndColumns) {
		Map<String, String> columns = new HashMap<>();
		for (int i = 0; i < keysAndColumns.length; i += 2) {
			columns.put(FileFields.FORMER_PREFIX + "." + keysAndColumns[i], keysAndColumns[i + 1]);
		}
		FormerColumns former = new Binder(new MapConfigurationPropertySource(columns))
			.bindOrCreate(FileFields.FORMER_PREFIX, FormerColumns.class);
		return FileFields.of(FieldMapping.NONE, former);
	}

	static WrittenFile of(Path folder, String name, String text) throws IOException {
		return of(folder, name, text.getBytes(StandardCharsets.UTF_8));
	}

	static WrittenFile of(Path folder, String name, byte[] bytes) throws IOException {
		return new WrittenFile(Files.write(folder.resolve(name), bytes));
	}

	/** One customer with these properties, in JSON. */
	static WrittenFile customer(Path folder, String properties) throws IOException {
		return of(folder, "one.json", "[{\"customer_id\": 1, \"worker\": \"ada@example.com\", " + properties + "}]");
	}

	Read read() throws IOException {
		return read(DEFAULTS, "US");
	}

	/** Reads the file as the file adapter does. */
	Read read(FileFields fields, String region) throws IOException {
		Set<CustomerId> ids = new HashSet<>();
		List<CrmCustomer> customers = new ArrayList<>();
		LoadReport report = new LoadReport();
		new CustomerFile(fields, new AddressReader(region), FileEncoding.UTF_8).read(location(), report, (row) -> {
			if (ids.add(row.customer().id())) {
				report.add(row);
				customers.add(row.customer());
			}
			else {
				report.addDuplicate(row);
			}
		});
		report.rows().throwErrors();
		report.log(customers.size(), 0);
		return new Read(customers, report);
	}

	FileLocation location() {
		return FileLocation.of(this.path.toString());
	}

	List<CrmCustomer> customers() throws IOException {
		return read().customers();
	}

	CrmCustomer first() throws IOException {
		return customers().get(0);
	}

	/** The texts of all remarks. */
	List<String> remarks() throws IOException {
		return read().report().remarks().stream().map(RowRemark::text).toList();
	}

	/**
	 * What was read.
	 *
	 * @param customers in the order of the file
	 */
	record Read(List<CrmCustomer> customers, LoadReport report) {
	}

}
