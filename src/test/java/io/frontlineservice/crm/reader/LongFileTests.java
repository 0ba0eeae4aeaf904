package io.frontlineservice.crm.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileEncoding;
import io.frontlineservice.datafile.FileLocation;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of any length is read with constant memory, also if its rows have errors. */
class LongFileTests {

	/** Not enough for 100,000 customers, or for their ids and 100,000 errors. */
	private static final String HEAP = "-Xmx24m";

	private static final int ROWS = 100_000;

	@TempDir
	private Path folder;

	@Test
	void longFilesOfAllFormatsAreReadInASmallHeap() throws IOException, InterruptedException {
		Path csv = write("customers.csv", "customer_id,display_name\n", "%d,Customer\n", "");
		Path withoutIds = write("without-ids.csv", "first_name,last_name\n", "Customer,%d\n", "");
		Path tooLong = write("too-long.csv", "customer_id,display_name\n", "%d,Customer,7\n", "");
		Path json = write("customers.json", "[{}", ",{\"customer_id\": %d}\n", "]");
		Path bad = write("bad.json", "[{}", ",{\"customer_id\": [%d]}\n", "]");
		Path yaml = write("customers.yml", "", "- customer_id: %d\n", "");
		Process reading = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), HEAP,
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				LongFileTests.class.getName(), csv.toString(), withoutIds.toString(), tooLong.toString(),
				json.toString(), bad.toString(), yaml.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(output.lines()).containsExactly("100000 rows, 0 rejected", "100000 rows, 0 rejected",
				"100000 rows, 100000 rejected", "100001 rows, 1 rejected", "100001 rows, 100001 rejected",
				"100000 rows, 0 rejected");
		assertThat(reading.waitFor()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
			"customers.json|[7, {\"customer_id\": 1}, {\"customer_id\": {\"a\": [1]}}, {}, {\"customer_id\": 2}]",
			"customers.yml|- 7\\n- customer_id: 1\\n- customer_id: { a: [1] }\\n- {}\\n- customer_id: 2",
			"customers.csv|customer_id,display_name\\n1,Nora\\n,Zoe\\n2,Ann\\n3,Otto,x\\n,Ben" })
	void rejectedRowsAreToldAsTheyComeAndDoNotEndTheReading(String name, String text) throws IOException {
		WrittenFile file = WrittenFile.of(this.folder, name, text.replace("\\n", "\n"));
		StringBuilder read = new StringBuilder();
		LoadReport report = new LoadReport();
		reader().read(file.location(), report, new RowConsumer() {
			@Override
			public void accept(CustomerFileRow row) {
				read.append(row.customer().id().value());
			}

			@Override
			public void rejected(BadFileException error) {
				assertThat(error).message().startsWith("line ");
				read.append('x');
			}
		});
		assertThat(read.toString()).isEqualTo(name.endsWith("csv") ? "1x2xx" : "x1xx2");
		assertThat(report.rows().rows()).isEqualTo(5);
	}

	/** Reads these files one after the other; started in a process of its own. */
	public static void main(String[] files) throws IOException {
		for (String file : files) {
			LoadReport report = new LoadReport();
			int[] rejected = new int[1];
			reader().read(FileLocation.of(file), report, new RowConsumer() {
				@Override
				public void accept(CustomerFileRow row) {
					report.add(row);
				}

				@Override
				public void rejected(BadFileException error) {
					rejected[0]++;
				}
			});
			System.out.println(report.rows().rows() + " rows, " + rejected[0] + " rejected");
		}
	}

	private static CustomerFile reader() {
		return new CustomerFile(WrittenFile.DEFAULTS, new AddressReader(null), FileEncoding.UTF_8);
	}

	private Path write(String name, String start, String row, String end) throws IOException {
		Path file = this.folder.resolve(name);
		try (Writer text = Files.newBufferedWriter(file)) {
			text.write(start);
			for (int i = 0; i < ROWS; i++) {
				text.write(row.replace("%d", String.valueOf(1_000_000 + i)));
			}
			text.write(end);
		}
		return file;
	}

}
