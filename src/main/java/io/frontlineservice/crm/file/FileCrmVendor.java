package io.frontlineservice.crm.file;

import io.frontlineservice.crm.CrmVendor;
import io.frontlineservice.crm.file.CustomersLoader.Examined;
import io.frontlineservice.crm.reader.ConfiguredCustomerFile;
import io.frontlineservice.crm.reader.LoadReport;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.CheckedFile;
import io.frontlineservice.datafile.FileCheck;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.ReloadingFile;
import io.frontlineservice.diagnosis.CheckedContent;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * The adapter for a file, and its checks. What the check before the start reads, the
 * start uses.
 */
final class FileCrmVendor implements CrmVendor {

	/** The setting of the file. */
	static final String LOCATION = "frontline.crm.file.location";

	@Override
	public String name() {
		return "file";
	}

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(settingFindings(environment));
		if (findings.stream().noneMatch(ConfiguredCustomerFile::preventsReading)) {
			findings.addAll(new FileCheck(LOCATION, checkReader(environment)).findings(environment));
		}
		return findings;
	}

	/** A command needs no customers in memory. */
	private static ReloadingFile.Reader<?> checkReader(Environment environment) {
		CustomersLoader loader = loader(environment);
		return CheckedContent.isKeptIn(environment) ? CheckedFile.keeping(environment, LOCATION, loader::load)
				: loader::check;
	}

	/** Checks the settings, without the file. */
	List<Finding> settingFindings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(FileCrmSettings.class).findings(environment));
		if (findings.stream().noneMatch(ConfiguredCustomerFile::preventsReading)) {
			findings.addAll(ConfiguredCustomerFile.fieldFindings(environment));
		}
		return findings;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		try {
			return observations(examined(environment));
		}
		catch (IOException | BadFileException ex) {
			return List.of(Observation.problem("the file of customers has just become unreadable", "run this again"));
		}
	}

	/**
	 * Examines the configured file. The settings have no findings.
	 * @throws BadFileException if the file has no rows that can be read
	 * @throws IOException if it cannot be read
	 */
	Examined examined(Environment environment) throws IOException {
		return loader(environment).examine(FileLocation.of(SettingText.of(environment, LOCATION)));
	}

	private static List<Observation> observations(Examined examined) {
		LoadReport report = examined.report();
		if (report.mapping().customers() == 0) {
			return List.of(Observation.warning("the file has no customers", "fill it: see src/docs/customers.md"));
		}
		List<Observation> observations = new ArrayList<>();
		observations.add(Observation.holds("customers in the file: " + report.mapping().customers()
				+ ", without a worker: " + report.mapping().withoutWorker()));
		observations.add(Observation
			.holds("rows in the file: " + report.rows().rows() + ", usable numbers: " + report.rows().usableNumbers()));
		observations.add(Observation.holds(new OwnersText(examined.summary(), List.of()).line()));
		if (!report.columns().isEmpty()) {
			observations.add(Observation.holds("columns that are read: " + CustomersText.columns(report)));
		}
		report.remarksOnFile()
			.forEach((remark) -> observations.add(Observation.warning("in the file, " + remark.text(),
					"see src/docs/customers.md, \"CSV\", for the names of columns")));
		if (report.mapping().unusableAddresses() > 0) {
			observations.add(Observation.warning(
					"numbers of customers that cannot be used: " + report.mapping().unusableAddresses(),
					"see which at /actuator/customerFile on the management port\n"
							+ "set frontline.default-region, if they have no country code"));
		}
		if (report.rows().count() > 0) {
			observations.add(Observation.warning("problems in rows of the file: " + report.rows().count(),
					String.join("\n", report.rows().first())));
		}
		return observations;
	}

	@Override
	public Optional<CustomerSummary> summary(Environment environment) {
		try {
			return Optional.of(loader(environment).summary(FileLocation.of(SettingText.of(environment, LOCATION))));
		}
		catch (IOException | BadFileException ex) {
			// The examination of the file reports it.
			return Optional.empty();
		}
	}

	private static CustomersLoader loader(Environment environment) {
		return new CustomersLoader(ConfiguredCustomerFile.from(environment));
	}

}
