@NullMarked
package io.frontlineservice.crm.file;

import org.jspecify.annotations.NullMarked;
