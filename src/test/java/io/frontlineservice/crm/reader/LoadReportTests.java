package io.frontlineservice.crm.reader;

import static io.frontlineservice.customer.TestCustomers.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.mapping.MappedCustomer;
import io.frontlineservice.crm.mapping.MappingReport.RowRemark;
import io.frontlineservice.crm.mapping.MappingReport;
import io.frontlineservice.crm.mapping.Remark;
import io.frontlineservice.crm.reader.WrittenFile.Read;
import io.frontlineservice.customer.TestCustomers;
import io.frontlineservice.datafile.FilePosition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Problems of a file are reported once, by row, and never with a name or number. */
@ExtendWith(OutputCaptureExtension.class)
class LoadReportTests {

	private static final String WITH_PROBLEMS = """
			[{"customer_id": 1, "display_name": "Nora Lind", "worker": "ada@example.com"},
			 {"customer_id": "b-2", "display_name": "Zoe Marsh", "email": "zoe.example.com", "updated_at": "yesterday",
			  "avatar": "zoe.png", "links": [{"value": "zoe"}], "birthday": "1.1.",
			  "channels": [{"type": "sms", "value": "0155-zoe"}, {"type": "zoe-fax", "value": "+14155550101"},
			    {"type": "whatsapp", "value": "+14155"}, {"type": "sms", "value": "(415) 555-0177"}]},
			 {"customer_id": 3, "worker": " ", "workers": [], "display_name": ""}]""";

	@TempDir
	private Path folder;

	@Test
	void everyRemarkNamesItsRowAndCustomer() throws IOException {
		LoadReport report = fileWithProblems().read().report();
		assertThat(report.remarks()).extracting(RowRemark::row).containsOnly(2, 3);
		assertThat(report.remarks()).filteredOn((it) -> it.row() == 2)
			.extracting(RowRemark::customerId)
			.containsOnly(id("b-2"));
		assertThat(report.count()).isEqualTo(report.remarks().size()).isGreaterThanOrEqualTo(9);
	}

	@Test
	void remarksNeverHoldANameANumberOrAnEmail(CapturedOutput output) throws IOException {
		Read read = fileWithProblems().read();
		assertThat(read.report().remarks()).extracting(RowRemark::text)
			.noneMatch((text) -> text.matches("(?is).*(zoe|nora|marsh|lind|555|4155|yesterday).*"));
		// Three digits alone may stand in the time of a line.
		assertThat(output.getAll()).doesNotContainIgnoringCase("zoe")
			.doesNotContainIgnoringCase("nora")
			.doesNotContain("5550101", "555-0177", "+14155", "yesterday");
		assertThat(output.getOut()).contains("Row 2: ", "birthday").doesNotContain("b-2");
	}

	@Test
	void customersWithoutWorkerAreListed() throws IOException {
		LoadReport report = fileWithProblems().read().report();
		assertThat(report.mapping().withoutWorker()).isEqualTo(2);
		assertThat(report.remarks()).filteredOn((it) -> it.text().contains("no worker"))
			.extracting(RowRemark::customerId)
			.containsExactly(id("b-2"), id("3"));
	}

	@Test
	void fileWithoutAnyWorkerIsOneLineInTheLog(CapturedOutput output) throws IOException {
		LoadReport report = WrittenFile.of(this.folder, "customers.csv", """
				customer_id,display_name,worker,phone,whatsapp
				1,Nora Lind,,+14155550101,
				2,Zoe Marsh,,0155-zoe,
				3,Ann Stone,,,
				""").read().report();
		assertThat(output.getOut().lines().filter((it) -> it.contains("WARN")))
			.satisfiesExactly((line) -> assertThat(line).contains(
					"The file of customers: there are no workers, so only workers who see all customers see these 3"),
					(line) -> assertThat(line).contains(
							"Row 2: the sms channel is left out: the number has letters in it: write it in digits"));
		assertThat(report.remarks()).filteredOn(RowRemark::saysNoWorker).hasSize(3);
	}

	@Test
	void aFileInOrderHasNoRemarks() throws IOException {
		LoadReport report = WrittenFile.customer(this.folder, "\"display_name\": \"Nora\"").read().report();
		assertThat(report.remarks()).isEmpty();
		assertThat(report.mapping().withoutWorker()).isZero();
	}

	@Test
	void tooManyRemarksAreCountedAndTheLogStaysShort(CapturedOutput output) {
		LoadReport report = new LoadReport();
		for (int row = 1; row <= MappingReport.MOST_KEPT + 7; row++) {
			MappedCustomer odd = new MappedCustomer(TestCustomers.customer("id", "Nora"),
					List.of(new Remark(Remark.Kind.OTHER, "is odd")));
			report.add(new CustomerFileRow(odd, new FilePosition(row, 1), false));
			report.unknownProperty("p" + row);
		}
		report.log(1, 0);
		assertThat(report.count()).isEqualTo(MappingReport.MOST_KEPT + 7);
		assertThat(report.remarks()).hasSize(MappingReport.MOST_KEPT);
		assertThat(report.unknownProperties()).hasSizeLessThan(100);
		assertThat(output.getOut().lines()).hasSizeLessThan(60);
		assertThat(output.getOut()).contains("And 9957 more remarks");
	}

	private WrittenFile fileWithProblems() throws IOException {
		return WrittenFile.of(this.folder, "customers.json", WITH_PROBLEMS);
	}

}
