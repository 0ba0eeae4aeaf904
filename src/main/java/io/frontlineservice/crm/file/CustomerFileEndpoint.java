package io.frontlineservice.crm.file;

import io.frontlineservice.crm.file.CustomerFile.Loaded;
import io.frontlineservice.datafile.ReloadingFile;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@code GET /actuator/customerFile} on the management port: what is in use, and what is
 * amiss in it, row by row. Called by operators.
 */
@Endpoint(id = "customerFile")
final class CustomerFileEndpoint {

	private final ReloadingFile<Loaded> file;

	CustomerFileEndpoint(ReloadingFile<Loaded> file) {
		this.file = file;
	}

	@ReadOperation
	Answer customerFile() {
		Loaded loaded = this.file.content();
		LoadReport report = loaded.report();
		return new Answer(loaded.book().size(), report.withoutWorker(), this.file.lastError(), report.count(),
				report.unknownProperties(), report.remarks());
	}

	record Answer(int customers, int withoutWorker, @Nullable String changeNotInUse, int remarkCount,
			Collection<String> unknownProperties, Collection<LoadReport.Remark> remarks) {
	}

}
