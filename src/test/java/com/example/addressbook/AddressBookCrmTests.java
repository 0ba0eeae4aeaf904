package com.example.addressbook;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.CrmAdapterContract;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The address book does what the service expects of every CRM. */
class AddressBookCrmTests extends CrmAdapterContract {

	private final List<AddressBookServer> servers = new ArrayList<>();

	@Override
	protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
		AddressBookServer server = new AddressBookServer(customers);
		this.servers.add(server);
		return new AddressBookCrm(new AddressBookSettings(server.url(), FieldMapping.NONE), new AddressReader(null));
	}

	@AfterEach
	void close() {
		this.servers.forEach(AddressBookServer::close);
	}

}
