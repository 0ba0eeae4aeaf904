package io.frontlineservice.crm.file;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.file.CustomerFile.Loaded;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.mapping.MappingReport.RowRemark;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.datafile.FileEncoding;
import io.frontlineservice.datafile.FileLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

	Loaded load() throws IOException {
		return load(DEFAULTS, "US");
	}

	Loaded load(FileFields fields, String region) throws IOException {
		return new CustomerFile(fields, new AddressReader(region), FileEncoding.UTF_8).load(location());
	}

	FileLocation location() {
		return FileLocation.of(this.path.toString());
	}

	List<CrmCustomer> customers() throws IOException {
		return customersOf(load());
	}

	CrmCustomer first() throws IOException {
		return customers().get(0);
	}

	/** The texts of all remarks. */
	List<String> remarks() throws IOException {
		return load().report().remarks().stream().map(RowRemark::text).toList();
	}

	static List<CrmCustomer> customersOf(Loaded loaded) {
		return loaded.snapshot().list(Audience.EVERYONE, null, null, 1_000).customers();
	}

}
