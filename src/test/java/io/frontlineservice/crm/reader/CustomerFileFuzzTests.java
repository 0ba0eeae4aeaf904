package io.frontlineservice.crm.reader;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.SavedInputs;
import io.frontlineservice.address.Address;
import io.frontlineservice.crm.reader.WrittenFile.Read;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.datafile.BadFileException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Any bytes as a CSV file of customers: it is refused with its place, or each of its rows
 * is a customer or is counted as left out.
 */
class CustomerFileFuzzTests {

	private static final Pattern LEFT_OUT = Pattern.compile("([0-9]+) rows are left out.*");

	private static final Pattern PLACE = Pattern.compile("line [0-9]+, column [0-9]+: .+");

	private final Path file;

	CustomerFileFuzzTests() throws IOException {
		File created = File.createTempFile("customers", ".csv");
		created.deleteOnExit();
		this.file = created.toPath();
	}

	@ParameterizedTest
	@ArgumentsSource(SavedInputs.class)
	void fileIsRefusedOrEachRowIsCustomerOrCountedAsLeftOut(byte[] bytes) throws IOException {
		WrittenFile file = new WrittenFile(Files.write(this.file, bytes));
		Read read;
		try {
			read = file.read(WrittenFile.DEFAULTS, "DE");
		}
		catch (BadFileException ex) {
			assertThat(ex.getMessage()).matches(PLACE);
			return;
		}
		long rows = CsvTable.of(file.location()).rows();
		assertThat(read.customers().size() + leftOut(read.report())).as("customers, and rows left out").isEqualTo(rows);
		assertThat(read.report().mapping().customers()).isEqualTo(read.customers().size());
		read.customers().forEach(CustomerFileFuzzTests::examine);
	}

	private static int leftOut(LoadReport report) {
		return report.remarksOnFile()
			.stream()
			.map((remark) -> LEFT_OUT.matcher(remark.text()))
			.filter(Matcher::matches)
			.mapToInt((match) -> Integer.parseInt(match.group(1)))
			.sum();
	}

	private static void examine(CrmCustomer customer) {
		assertThat(customer.name()).isNotBlank().doesNotContain("\n", "\r");
		assertThat(customer.channels()).extracting(Channel::toAddress).extracting(Address::number).doesNotContainNull();
		assertThat(customer.emails()).allMatch((email) -> email.contains("@"));
		assertThat(customer.owners()).doesNotContain(identity(""));
	}

}
