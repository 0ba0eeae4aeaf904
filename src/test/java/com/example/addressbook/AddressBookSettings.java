package com.example.addressbook;

import io.frontlineservice.crm.http.ApiUrl;
import io.frontlineservice.crm.mapping.FieldMapping;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the address book is.
 *
 * @param url the URL of its API
 * @param fields the names of the fields of a contact
 */
@ConfigurationProperties(AddressBookSettings.PREFIX)
record AddressBookSettings(@NotNull(message = "is missing: set it to the URL of your address book") ApiUrl url,
		@DefaultValue @NestedConfigurationProperty FieldMapping fields) {

	static final String PREFIX = "frontline.crm.address-book";

}
