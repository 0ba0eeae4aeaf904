@NullMarked
package io.frontlineservice.crm;

import org.jspecify.annotations.NullMarked;
