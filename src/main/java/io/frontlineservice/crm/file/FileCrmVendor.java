package io.frontlineservice.crm.file;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.CrmVendor;
import io.frontlineservice.crm.file.FileCrmSettings.Columns;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileCheck;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The CRM that is a file, and its checks: the file is read once to see whether it can be
 * used, and once more to see what is in it.
 */
final class FileCrmVendor implements CrmVendor {

	private static final String LOCATION = "frontline.crm.file.location";

	@Override
	public String name() {
		return "file";
	}

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(FileCrmSettings.class).findings(environment));
		findings.addAll(new FileCheck(LOCATION, file(environment)::check).findings(environment));
		return findings;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		try {
			return observations(file(environment).check(FileLocation.of(SettingText.of(environment, LOCATION))));
		}
		catch (IOException | BadFileException ex) {
			return List.of(Observation.problem("the file of customers has just become unreadable", "run this again"));
		}
	}

	private static List<Observation> observations(LoadReport report) {
		if (report.customers() == 0) {
			return List.of(Observation.warning("the file has no customers", "fill it: see src/docs/customers.md"));
		}
		List<Observation> observations = new ArrayList<>();
		observations.add(Observation
			.holds("customers in the file: " + report.customers() + ", without a worker: " + report.withoutWorker()));
		report.remarksOnFile()
			.forEach((remark) -> observations.add(Observation.warning("in the file, " + remark.text(),
					"see src/docs/customers.md, \"CSV\", for the names of columns")));
		if (report.unusableAddresses() > 0) {
			observations
				.add(Observation.warning("numbers of customers that cannot be used: " + report.unusableAddresses(),
						"see which at /actuator/customerFile on the management port\n"
								+ "set frontline.default-region, if they have no country code"));
		}
		return observations;
	}

	private static CustomerFile file(Environment environment) {
		Columns columns = Binder.get(environment).bindOrCreate("frontline.crm.file.columns", Columns.class);
		String region = SettingText.of(environment, "frontline.default-region");
		return new CustomerFile(columns, new AddressReader(AddressReader.knowsRegion(region) ? region : null));
	}

}
