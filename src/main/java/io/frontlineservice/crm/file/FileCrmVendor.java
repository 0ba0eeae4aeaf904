package io.frontlineservice.crm.file;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.CrmVendor;
import io.frontlineservice.crm.file.FileCrmSettings.Columns;
import io.frontlineservice.datafile.FileCheck;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The CRM that is a file, and its checks: the file is read once to see whether it can be
 * used.
 */
final class FileCrmVendor implements CrmVendor {

	@Override
	public String name() {
		return "file";
	}

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(FileCrmSettings.class).findings(environment));
		Columns columns = Binder.get(environment).bindOrCreate("frontline.crm.file.columns", Columns.class);
		CustomerFile file = new CustomerFile(columns, new AddressReader(null));
		findings.addAll(new FileCheck("frontline.crm.file.location", (location) -> check(file, location))
			.findings(environment));
		return findings;
	}

	private static boolean check(CustomerFile file, FileLocation location) throws IOException {
		file.check(location);
		return true;
	}

}
