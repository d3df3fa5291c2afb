<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" minScale="100000000" maxScale="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyMaxScale="1" simplifyAlgorithm="0" symbologyReferenceScale="-1">
  <flags>
    <Identifiable>1</Identifiable>
    <Removable>1</Removable>
    <Searchable>1</Searchable>
    <Private>0</Private>
  </flags>
  <renderer-v2 type="categorizedSymbol" attr="'neighbour'" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
    <categories>
      <category value="neighbour" label="相邻区县" symbol="0" render="true" />
    </categories>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="239,242,240,255" name="color" />
            <Option type="QString" value="solid" name="style" />
            <Option type="QString" value="no" name="outline_style" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties" />
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="210,217,218,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.26" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties" />
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
    <rotation />
    <sizescale />
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fontFamily="Noto Sans CJK SC" namedStyle="Regular" fontWeight="50" fontSize="9.75" fontSizeUnit="Point" fontLetterSpacing="4" textColor="101,114,125,255" textOpacity="1" multilineHeight="1" textOrientation="horizontal" fieldName="&quot;name&quot;" isExpression="1" blendMode="0" allowHtml="0">
        <families>
          <family name="Noto Sans CJK SC" />
          <family name="Source Han Sans SC" />
          <family name="Microsoft YaHei" />
          <family name="PingFang SC" />
          <family name="SimHei" />
        </families>
        <text-buffer bufferDraw="0" bufferSize="0" bufferSizeUnits="MM" bufferOpacity="1" bufferColor="255,255,255,255" bufferNoFill="1" bufferJoinStyle="128" />
      </text-style>
      <text-format multilineAlign="1" wrapChar="" />
      <placement distUnits="MM" offsetUnits="MM" overrunDistanceUnit="MM" repeatDistanceUnits="MM" quadOffset="4" centroidWhole="0" fitInPolygonOnly="0" preserveRotation="1" placement="4" polygonPlacementFlags="2" priority="1" />
      <rendering drawLabels="1" obstacle="0" obstacleType="1" obstacleFactor="1" mergeLines="1" scaleVisibility="0" scaleMin="0" scaleMax="0" />
      <dd_properties>
        <Option type="Map">
          <Option type="QString" value="" name="name" />
          <Option type="Map" name="properties" />
          <Option type="QString" value="collection" name="type" />
        </Option>
      </dd_properties>
    </settings>
  </labeling>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <fieldConfiguration>
    <field name="id" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="name" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="datum_in" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="source" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="source_detail" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="true" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="licence" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="precision" configurationFlags="None">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" value="exact" name="准确" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="street" name="沿路" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="area" name="范围" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="zone" name="片区级" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="district" name="全区" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="uncertainty_m" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="checked_on" configurationFlags="None">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option type="QString" value="yyyy-MM-dd" name="display_format" />
            <Option type="QString" value="yyyy-MM-dd" name="field_format" />
            <Option type="bool" value="false" name="field_iso_format" />
            <Option type="bool" value="true" name="calendar_popup" />
            <Option type="bool" value="true" name="allow_null" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="checked_by" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="note" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="true" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="id" index="0" name="编号" />
    <alias field="name" index="1" name="名称" />
    <alias field="datum_in" index="2" name="原坐标系" />
    <alias field="source" index="3" name="来源" />
    <alias field="source_detail" index="4" name="来源说明" />
    <alias field="licence" index="5" name="许可" />
    <alias field="precision" index="6" name="位置把握" />
    <alias field="uncertainty_m" index="7" name="误差（米）" />
    <alias field="checked_on" index="8" name="核对日期" />
    <alias field="checked_by" index="9" name="核对人" />
    <alias field="note" index="10" name="备注" />
  </aliases>
  <attributetableconfig actionWidgetStyle="dropDown" sortExpression="" sortOrder="0">
    <columns>
      <column type="field" name="id" hidden="0" width="-1" />
      <column type="field" name="name" hidden="0" width="-1" />
      <column type="field" name="datum_in" hidden="0" width="-1" />
      <column type="field" name="source" hidden="0" width="-1" />
      <column type="field" name="source_detail" hidden="0" width="-1" />
      <column type="field" name="licence" hidden="0" width="-1" />
      <column type="field" name="precision" hidden="0" width="-1" />
      <column type="field" name="uncertainty_m" hidden="0" width="-1" />
      <column type="field" name="checked_on" hidden="0" width="-1" />
      <column type="field" name="checked_by" hidden="0" width="-1" />
      <column type="field" name="note" hidden="0" width="-1" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="地点" columnCount="1" groupBox="0" showLabel="1" visibilityExpressionEnabled="0" visibilityExpression="">
      <attributeEditorField name="id" index="0" showLabel="1" />
      <attributeEditorField name="name" index="1" showLabel="1" />
      <attributeEditorField name="precision" index="6" showLabel="1" />
      <attributeEditorField name="uncertainty_m" index="7" showLabel="1" />
    </attributeEditorContainer>
    <attributeEditorContainer name="来源" columnCount="1" groupBox="0" showLabel="1" visibilityExpressionEnabled="0" visibilityExpression="">
      <attributeEditorField name="datum_in" index="2" showLabel="1" />
      <attributeEditorField name="source" index="3" showLabel="1" />
      <attributeEditorField name="source_detail" index="4" showLabel="1" />
      <attributeEditorField name="licence" index="5" showLabel="1" />
      <attributeEditorField name="checked_on" index="8" showLabel="1" />
      <attributeEditorField name="checked_by" index="9" showLabel="1" />
      <attributeEditorField name="note" index="10" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="id" editable="1" />
    <field name="name" editable="1" />
    <field name="datum_in" editable="1" />
    <field name="source" editable="1" />
    <field name="source_detail" editable="1" />
    <field name="licence" editable="1" />
    <field name="precision" editable="1" />
    <field name="uncertainty_m" editable="1" />
    <field name="checked_on" editable="1" />
    <field name="checked_by" editable="1" />
    <field name="note" editable="1" />
  </editable>
  <previewExpression>"name"</previewExpression>
  <mapTip>&lt;b&gt;[% replace(replace(coalesce("name", ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;/b&gt;&lt;br&gt;位置把握：[% replace(replace(coalesce(coalesce(map_get(map('exact', '准确', 'street', '沿路', 'area', '范围', 'zone', '片区级', 'district', '全区'), "precision"), "precision"), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;br&gt;误差（米）：[% replace(replace(coalesce(to_string("uncertainty_m"), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;br&gt;来源：[% replace(replace(coalesce(to_string("source"), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]</mapTip>
  <defaults>
    <default field="datum_in" expression="'WGS84'" applyOnUpdate="0" />
    <default field="checked_on" expression="to_date(now())" applyOnUpdate="1" />
    <default field="checked_by" expression="coalesce(nullif(@user_full_name, ''), @user_account_name)" applyOnUpdate="1" />
  </defaults>
  <constraints>
    <constraint field="id" constraints="3" notnull_strength="1" unique_strength="1" exp_strength="0" />
    <constraint field="name" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="datum_in" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="source" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="licence" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="precision" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="uncertainty_m" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  </constraints>
</qgis>
