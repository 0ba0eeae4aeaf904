package com.example.addressbook;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.CrmAdapterContract;
import io.frontlineservice.crm.http.ApiUrl;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The address book does what the service expects of every CRM. */
class AddressBookCrmTests extends CrmAdapterContract {

	private final List<AutoCloseable> opened = new ArrayList<>();

	@Override
	protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
		AddressBookServer server = new AddressBookServer(customers);
		AddressBookSettings settings = new AddressBookSettings(ApiUrl.of(server.url().toString()), FieldMapping.NONE);
		AddressBookCrm crm = new AddressBookCrm(settings, new AddressReader(null), new SimpleMeterRegistry());
		this.opened.add(server);
		this.opened.add(crm);
		return crm;
	}

	/** The API of the address book finds numbers and chat identities. */
	@Override
	protected boolean findsUserIds() {
		return false;
	}

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable it : this.opened) {
			it.close();
		}
	}

}
