/** An adapter for an address book with an HTTP API, in a jar of its own. */
@NullMarked
package com.example.addressbook;

import org.jspecify.annotations.NullMarked;
