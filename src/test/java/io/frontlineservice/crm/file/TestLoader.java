package io.frontlineservice.crm.file;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.file.CustomersLoader.Loaded;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.reader.CustomerFile;
import io.frontlineservice.crm.reader.FileFields;
import io.frontlineservice.datafile.FileEncoding;
import io.frontlineservice.datafile.FileLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads files of customers that a test writes. */
final class TestLoader {

	private TestLoader() {
	}

	static CustomersLoader with(FieldMapping fields) {
		return new CustomersLoader(
				new CustomerFile(new FileFields(fields), new AddressReader("US"), FileEncoding.UTF_8));
	}

	/** Writes that file, and loads it without settings. */
	static Loaded load(Path folder, String name, String text) throws IOException {
		return with(FieldMapping.NONE).load(write(folder, name, text));
	}

	static FileLocation write(Path folder, String name, String text) throws IOException {
		return FileLocation.of(Files.writeString(folder.resolve(name), text).toString());
	}

}
