package io.frontlineservice.crm.file;

import io.frontlineservice.crm.file.CustomersLoader.Loaded;
import io.frontlineservice.crm.mapping.MappingReport.RowRemark;
import io.frontlineservice.crm.reader.LoadReport;
import io.frontlineservice.crm.snapshot.SharedNumbers;
import io.frontlineservice.crm.snapshot.SharedNumbers.SharedNumber;
import io.frontlineservice.datafile.ReloadingFile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@code GET /actuator/customerFile} on the management port: the customers in use, the
 * remarks on their file by row, and the customers who share a number. Called by
 * operators.
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
		SharedNumbers shared = loaded.snapshot().sharedNumbers();
		return new Answer(loaded.snapshot().size(), report.mapping().withoutWorker(), this.file.lastError(),
				shared.count(), shared.first(), report.count(), report.columns(), report.unknownProperties(),
				report.remarks());
	}

	record Answer(int customers, int withoutWorker, @Nullable String changeNotInUse, int sharedNumberCount,
			List<SharedNumber> sharedNumbers, int remarkCount, Map<String, List<String>> columns,
			Collection<String> unknownProperties, Collection<RowRemark> remarks) {
	}

}
