package io.frontlineservice.crm.file;

import io.frontlineservice.crm.file.CustomersLoader.Examined;
import io.frontlineservice.crm.mapping.MappingReport.RowRemark;
import io.frontlineservice.crm.reader.HeaderRemarks;
import io.frontlineservice.crm.reader.LoadReport;
import io.frontlineservice.crm.reader.RowProblems;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.worker.ConfiguredWorkers;
import io.frontlineservice.worker.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/**
 * What a file of customers has, in lines for the console. Made by
 * {@link CustomersCommand}. Shows no name or number of a customer.
 */
final class CustomersText {

	private final LoadReport report;

	private final OwnersText owners;

	private final boolean hasDirectory;

	private final boolean isCompared;

	CustomersText(Examined examined, Environment environment) {
		Optional<List<Worker>> directory = ConfiguredWorkers.from(environment).map(ConfiguredWorkers::workers);
		this.report = examined.report();
		this.owners = new OwnersText(examined.summary(), directory.orElse(List.of()));
		this.hasDirectory = !SettingText.of(environment, "frontline.workers.location").isEmpty();
		this.isCompared = directory.isPresent();
	}

	/** Whether anything is wrong with the file or its owners. */
	boolean hasProblems() {
		return this.report.rows().count() > 0 || !this.report.remarksOnFile().isEmpty()
				|| !this.owners.unknown().isEmpty() || this.report.mapping().customers() == 0;
	}

	List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add("  rows: " + this.report.rows().rows() + ", customers: " + this.report.mapping().customers()
				+ ", without a worker: " + this.report.mapping().withoutWorker());
		lines.add("  usable numbers: " + this.report.rows().usableNumbers() + ", not usable: "
				+ this.report.mapping().unusableAddresses());
		addColumns(lines);
		addOwners(lines);
		addProblems(lines);
		lines.add(this.report.rows().hasErrors() ? "  the file cannot be used: fix the errors first"
				: "  the file can be used");
		return lines;
	}

	private void addColumns(List<String> lines) {
		if (!this.report.columns().isEmpty()) {
			lines.add("  columns that are read: " + columns(this.report));
			lines.add("  columns that are attributes only: " + (this.report.otherColumns().isEmpty() ? "none"
					: HeaderRemarks.listed(this.report.otherColumns())));
		}
		if (!this.report.unknownProperties().isEmpty()) {
			lines.add("  properties that are not read: "
					+ HeaderRemarks.listed(List.copyOf(this.report.unknownProperties())));
		}
	}

	/** The columns by the field that they are read as. */
	static String columns(LoadReport report) {
		return report.columns()
			.entrySet()
			.stream()
			.map((it) -> it.getKey() + ": " + String.join(", ", it.getValue()))
			.collect(Collectors.joining("; "));
	}

	private void addOwners(List<String> lines) {
		lines.add("  " + this.owners.line());
		if (!this.hasDirectory) {
			lines
				.add("  owners without an entry in the worker directory: not compared, set frontline.workers.location");
		}
		else if (!this.isCompared) {
			lines.add("  owners without an entry in the worker directory: not compared, first fix "
					+ "frontline.workers.* and frontline.senders.*");
		}
		else {
			lines.add("  owners without an entry in the worker directory: " + this.owners.unknown().size());
			this.owners.unknownLines().forEach((it) -> lines.add("    " + it));
		}
	}

	private void addProblems(List<String> lines) {
		this.report.remarksOnFile().stream().map(RowRemark::text).forEach((it) -> lines.add("  in the file, " + it));
		int count = this.report.rows().count();
		lines.add("  problems in rows: " + count
				+ ((count > RowProblems.MOST_KEPT) ? ", the first " + RowProblems.MOST_KEPT : ""));
		this.report.rows().first().forEach((it) -> lines.add("    " + it));
	}

}
