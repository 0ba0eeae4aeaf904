package io.frontlineservice.worker;

import io.frontlineservice.datafile.FileCheck;
import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** Checks the settings of the worker directory, and its file. */
final class WorkersCheck implements Check {

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(WorkerSettings.class).findings(environment));
		findings.addAll(new FileCheck("frontline.workers.location", Roster::read).findings(environment));
		return findings;
	}

}
