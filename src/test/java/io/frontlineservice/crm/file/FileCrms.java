package io.frontlineservice.crm.file;

import io.frontlineservice.crm.snapshot.CustomerSnapshot;
import io.frontlineservice.crm.snapshot.SnapshotCrm;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;

/** File adapters for the tests of other adapters, which must give the same answers. */
public final class FileCrms {

	private FileCrms() {
	}

	/** Returns the adapter of a file with these customers. */
	public static CrmAdapter of(List<CrmCustomer> customers) {
		CustomerSnapshot snapshot = new CustomerSnapshot(customers);
		return new SnapshotCrm(() -> snapshot);
	}

}
